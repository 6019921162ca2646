using System.Collections.Immutable;
using System.Globalization;
using Centra.Agreements;
using Centra.Billing;
using Centra.Datasets;
using Centra.Institutions;
using Orleans;

namespace Centra.Requests;

/// <summary>Puts together what an agreement is made of: exactly what was approved, nothing that was only asked for.</summary>
public sealed class AgreementDrafts(IGrainFactory grains, SocietyName society)
{
    private static readonly string[] PurposeFields = ["question", "purpose"];

    /// <summary>The content of the next version.</summary>
    public async Task<Result<AgreementContent>> OfAsync(RequestState state, RequestFacts facts, Estimate estimate)
    {
        var investigator = state.Application.PrincipalInvestigator!;
        if (facts.Rules is not { } rules || (await grains.GetGrain<IInstitutionGrain>($"institution/{investigator.InstitutionId}").View()).Value is not { } institution)
            return DataRequestRefusal.FactsAreMissing;
        return new AgreementContent(
            state.RequestId, state.Application.Title, Purpose(state), society.Name, new AgreementInstitution(institution.Ror, institution.Name, institution.Country),
            Person(investigator), [.. state.Application.Present.Select(Person)], Datasets(state), Conditions(state), Cost(estimate),
            rules.Versions.Template, rules.Template.TermMonths, rules.Calendar.DayOf(facts.Now).AddDays(rules.Template.SignDays), rules.Calendar.Zone,
            $"the signing official of {institution.Name}", await FormerAsync(state));
    }

    // The question that the data are for, and of which kind it is. A form without these answers, or one filled on paper, is referred to.
    private static string Purpose(RequestState state)
    {
        var answers = PurposeFields.Select(field => state.Application.Sections.GetValueOrDefault(field)?.Text ?? "").Where(text => text.Length > 0).ToList();
        return answers.Count == 0 ? "As described in the application." : string.Join("\n", answers);
    }

    private static AgreementPerson Person(TeamMember member) => new(member.Name, member.Part switch
    {
        TeamPart.PrincipalInvestigator => "principal investigator",
        TeamPart.Delegate => "delegate of the principal investigator",
        _ => "member of the team",
    }, member.InstitutionId);

    private static ImmutableArray<AgreementDataset> Datasets(RequestState state) => [.. state.ApprovedDatasets.Select(one =>
        new AgreementDataset(one.DatasetId, one.Title, one.Version, SensitivityOf(one), one.Variables, Cohort(one)))];

    private static string Cohort(RequestedDataset one)
    {
        var years = one.FromYear is null && one.ToYear is null ? "all years" : $"{one.FromYear?.ToString(CultureInfo.InvariantCulture) ?? "the beginning"} to {one.ToYear?.ToString(CultureInfo.InvariantCulture) ?? "the end"}";
        return one.Cohort.Length == 0 ? years : $"{one.Cohort} ({years})";
    }

    // What cannot be told how sensitive it is gets the strictest clauses.
    private static Sensitivity SensitivityOf(RequestedDataset one) => Enum.TryParse<Sensitivity>(one.Sensitivity, out var known) ? known : Sensitivity.LimitedDataSet;

    private static ImmutableArray<string> Conditions(RequestState state) =>
        [.. state.Review.Decision!.Datasets.Where(one => one.IsApproved && one.Conditions.Length > 0).Select(one => one.Conditions)];

    private static AgreementCost Cost(Estimate estimate) => new(
        estimate.Version, [.. estimate.Lines.Select(line => new AgreementCostLine(line.Description, line.Amount))], estimate.Total, estimate.Currency);

    private async Task<FormerAgreement?> FormerAsync(RequestState state)
    {
        if (state.ParentId is null)
            return null;
        var former = await grains.GetGrain<IAgreementGrain>($"agreement/{state.ParentId}").Facts();
        return former.Sha256 is null ? null : new FormerAgreement(state.ParentId, former.Sha256);
    }
}

/// <summary>What the society is called in agreements.</summary>
public sealed record SocietyName(string Name);
