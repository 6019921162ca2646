using System.Collections.Immutable;
using Orleans;

namespace Centra.Practices;

/// <summary>A practice.</summary>
/// <param name="PracticeId">The practice.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Standing">Whether it takes part.</param>
/// <param name="AgreementUntil">Last day of its business associate agreement.</param>
/// <param name="AttestedAt">When it last attested that its patients are informed; holds twelve months.</param>
/// <param name="OffersOptOut">Whether it says that it offers its patients to opt out; published.</param>
/// <param name="MayIngest">Whether it may send records now.</param>
/// <param name="Keys">Its API keys, without their secrets.</param>
/// <param name="LeavingAt">When it began to leave.</param>
/// <param name="Certificate">That its identifiable data are erased, once they are.</param>
[GenerateSerializer, Immutable, Alias("centra.practices.view")]
public sealed record PracticeView(
    [property: Id(0)] string PracticeId,
    [property: Id(1)] string Name,
    [property: Id(2)] PracticeStanding Standing,
    [property: Id(3)] DateOnly? AgreementUntil,
    [property: Id(4)] DateTimeOffset? AttestedAt,
    [property: Id(5)] bool OffersOptOut,
    [property: Id(6)] bool MayIngest,
    [property: Id(7)] ImmutableArray<ApiKeyView> Keys,
    [property: Id(8)] DateTimeOffset? LeavingAt = null,
    [property: Id(9)] ErasureCertificate? Certificate = null);

/// <summary>An API key without its secret.</summary>
/// <param name="KeyId">Its id, part of the key's text.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="IssuedBy">By whom.</param>
/// <param name="RevokedAt">From when on it is not valid.</param>
[GenerateSerializer, Immutable, Alias("centra.practices.key")]
public sealed record ApiKeyView(
    [property: Id(0)] string KeyId,
    [property: Id(1)] string Label,
    [property: Id(2)] KeyScopes Scopes,
    [property: Id(3)] DateTimeOffset IssuedAt,
    [property: Id(4)] string IssuedBy,
    [property: Id(5)] DateTimeOffset? RevokedAt);
