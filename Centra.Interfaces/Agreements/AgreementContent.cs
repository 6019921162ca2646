using System.Collections.Immutable;
using Centra.Datasets;
using Orleans;

namespace Centra.Agreements;

/// <summary>
/// Everything that the text of a version is made of, put together by the request. The same content gives the same bytes.
/// Texts that people wrote are plain: nothing in them is read as Markdown, HTML or a placeholder.
/// </summary>
/// <param name="RequestId">The request.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Purpose">What the data are for; exhibit C.</param>
/// <param name="Society">The society's name.</param>
/// <param name="Institution">The other party.</param>
/// <param name="Investigator">The principal investigator.</param>
/// <param name="Team">Everybody who may use the data, the investigator among them or not; exhibit D.</param>
/// <param name="Datasets">What is given; exhibits A and B. At least one.</param>
/// <param name="Conditions">What the committee attached; exhibit E.</param>
/// <param name="Cost">The estimate; exhibit F. The institution's signature accepts it.</param>
/// <param name="TemplateVersion">Version of the rules document <c>agreement-template</c>.</param>
/// <param name="TermMonths">How long it runs, from the day of the society's signature; 1 to 120.</param>
/// <param name="OpenUntil">Last day on which the institution can sign, ending 24:00 in the society's zone.</param>
/// <param name="Zone">The society's time zone (IANA), for example America/New_York.</param>
/// <param name="SigningOfficial">Name of the official who is expected to sign, where it is known.</param>
/// <param name="Amends">For an amendment or a renewal, the agreement that it belongs to.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.content")]
public sealed record AgreementContent(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Title,
    [property: Id(2)] string Purpose,
    [property: Id(3)] string Society,
    [property: Id(4)] AgreementInstitution Institution,
    [property: Id(5)] AgreementPerson Investigator,
    [property: Id(6)] ImmutableArray<AgreementPerson> Team,
    [property: Id(7)] ImmutableArray<AgreementDataset> Datasets,
    [property: Id(8)] ImmutableArray<string> Conditions,
    [property: Id(9)] AgreementCost Cost,
    [property: Id(10)] int TemplateVersion,
    [property: Id(11)] int TermMonths,
    [property: Id(12)] DateOnly OpenUntil,
    [property: Id(13)] string Zone,
    [property: Id(14)] string? SigningOfficial = null,
    [property: Id(15)] FormerAgreement? Amends = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(AgreementContent)} of {RequestId}";
}

/// <summary>The institution that binds itself.</summary>
/// <param name="Ror">Its id in the Research Organization Registry.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its country.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.institution")]
public sealed record AgreementInstitution([property: Id(0)] string Ror, [property: Id(1)] string Name, [property: Id(2)] string Country);

/// <summary>Somebody who may use the data.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Role">Role in the project.</param>
/// <param name="Affiliation">Where they work.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.person")]
public sealed record AgreementPerson([property: Id(0)] string Name, [property: Id(1)] string Role, [property: Id(2)] string Affiliation)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AgreementPerson);
}

/// <summary>A dataset that is given.</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sensitivity">How carefully it has to be handled; chooses the template's clauses.</param>
/// <param name="Variables">Names of the variables.</param>
/// <param name="Cohort">Which records, in words.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.dataset")]
public sealed record AgreementDataset(
    [property: Id(0)] string DatasetId, [property: Id(1)] string Title, [property: Id(2)] int Version,
    [property: Id(3)] Sensitivity Sensitivity, [property: Id(4)] ImmutableArray<string> Variables, [property: Id(5)] string Cohort);

/// <summary>The estimate as the agreement states it.</summary>
/// <param name="EstimateVersion">Version of the estimate in the ledger.</param>
/// <param name="Lines">What it is made of; they add up to the total.</param>
/// <param name="Total">In the currency, two decimals.</param>
/// <param name="Currency">ISO 4217.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.cost")]
public sealed record AgreementCost(
    [property: Id(0)] int EstimateVersion, [property: Id(1)] ImmutableArray<AgreementCostLine> Lines, [property: Id(2)] decimal Total, [property: Id(3)] string Currency);

/// <summary>A line of the estimate.</summary>
[GenerateSerializer, Immutable, Alias("centra.agreements.cost-line")]
public sealed record AgreementCostLine([property: Id(0)] string Text, [property: Id(1)] decimal Amount);

/// <summary>The agreement that an amendment or a renewal belongs to.</summary>
/// <param name="RequestId">The request it was made for.</param>
/// <param name="Sha256">SHA-256 of its executed version.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.former")]
public sealed record FormerAgreement([property: Id(0)] string RequestId, [property: Id(1)] string Sha256);
