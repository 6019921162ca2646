using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>What a draft lacks, while it is being written as warnings, and at submit as a refusal. Pure.</summary>
internal static class SubmitRules
{
    public static Result<ImmutableArray<RequestEvent>> Submit(RequestState state, RequestFacts facts)
    {
        if (facts.Rules is not { } rules)
            return DataRequestRefusal.FactsAreMissing;
        if (Missing(state, facts).FirstOrDefault() is { } refusal)
            return refusal;
        var pinned = state.Application.Datasets.Select(known => facts.Datasets[known.DatasetId])
            .Select(dataset => new PinnedDataset(dataset.DatasetId, dataset.CurrentVersion, dataset.Sensitivity.ToString())).ToImmutableArray();
        var committee = facts.Datasets[state.Application.Datasets[0].DatasetId].CommitteeId ?? rules.Versions.CommitteeId;
        return ImmutableArray.Create<RequestEvent>(
            new RequestSubmitted(rules.Versions with { CommitteeId = committee }, pinned, facts.Now),
            new StageEntered(RequestStage.Availability, "submitted", facts.Now));
    }

    /// <summary>Everything that a submission lacks, most important first.</summary>
    public static IEnumerable<Refusal> Missing(RequestState state, RequestFacts facts)
    {
        var form = state.Application;
        if (form.PrincipalInvestigator is null)
            yield return DataRequestRefusal.PrincipalInvestigatorIsNeeded.Because();
        if (form.Datasets.IsEmpty)
            yield return DataRequestRefusal.DatasetIsMissing.Because();
        foreach (var refusal in form.Datasets.Select(known => Obstacle(known, facts)).OfType<Refusal>())
            yield return refusal;
        if (form.Category.Length == 0)
            yield return DataRequestRefusal.CategoryIsUnknown.Because("Choose the requester category.");
        foreach (var refusal in UnknownChoices(form, facts))
            yield return refusal;
        if ((facts.Rules?.Form.MayUploadFilledForm ?? false) && form.Documents.Any(document => document.IsForm))
            yield break;
        foreach (var section in facts.Rules?.Form.Fields ?? [])
        {
            if (section.IsRequired && string.IsNullOrWhiteSpace(form.Sections.GetValueOrDefault(section.Key)?.Text))
                yield return DataRequestRefusal.SectionIsMissing.Because($"The section {section.Label} ({section.Key}) is empty.");
        }
    }

    private static IEnumerable<Refusal> UnknownChoices(Application form, RequestFacts facts) =>
        from section in facts.Rules?.Form.Sections ?? []
        from field in section.Fields
        where field.Choices.Length > 0 && form.Sections.GetValueOrDefault(field.Key) is { Text.Length: > 0 } answer && !field.Choices.Contains(answer.Text)
        select DataRequestRefusal.ChoiceIsUnknown.Because($"{section.Title}, {field.Label} ({field.Key}): choose one of {string.Join(", ", field.Choices)}.");

    private static Refusal? Obstacle(RequestedDataset known, RequestFacts facts) =>
        !facts.Datasets.TryGetValue(known.DatasetId, out var dataset) ? DataRequestRefusal.DatasetNotFound.Because()
        : DraftRules.Obstacle(dataset) is { } refusal ? refusal
        : known.Variables.IsEmpty ? DataRequestRefusal.VariableIsMissing.Because($"{known.Title}: choose at least one variable.")
        : null;
}
