using System.Collections.Immutable;
using Centra.Datasets;

namespace Centra.Requests;

/// <summary>The draft: everything is saved as it comes, errors are told at submit. Pure.</summary>
internal static class DraftRules
{
    private const int MostDocuments = 50;
    private const int LongestAnswer = 500;

    public static Result<ImmutableArray<RequestEvent>> Create(string requestId, CreateDraft create, RequestFacts facts) =>
        create.Title is not { Length: > 0 } || create.Name is not { Length: > 0 } ? DataRequestRefusal.TitleIsWrong
        : !facts.IsInstitutionKnown ? DataRequestRefusal.InstitutionIsUnknown
        : facts.ParentRefusal is { } refusal ? refusal
        : Happens(new DraftCreated(requestId, create.Title, create.Kind, create.ParentId, Applicant(create, facts), Copy(facts), facts.Now));

    public static Result<ImmutableArray<RequestEvent>> Edit(RequestState state, EditSection edit, RequestFacts facts)
    {
        if (state.Stage is not RequestStage.Draft && !state.OpenQuestions.Any(question => question.Sections.Contains(edit.Section)))
            return DataRequestRefusal.SectionIsNotAskedAbout;
        if (facts.Rules?.Form.Fields.FirstOrDefault(field => field.Key == edit.Section) is not { } form)
            return DataRequestRefusal.SectionIsUnknown;
        if ((edit.Text ?? "").Length > (form.MaxLength ?? LongestAnswer))
            return DataRequestRefusal.SectionIsTooLong.Because($"{form.Label}: at most {form.MaxLength ?? LongestAnswer} characters.");
        var known = state.Application.Sections.GetValueOrDefault(edit.Section) ?? new Section("", 0);
        return known.Text == edit.Text ? ImmutableArray<RequestEvent>.Empty
            : known.Revision != edit.Revision ? DataRequestRefusal.SectionWasChangedMeanwhile
            : Happens(new SectionEdited(edit.Section, edit.Text ?? "", known.Revision + 1));
    }

    public static Result<ImmutableArray<RequestEvent>> Attach(RequestState state, RequestFacts facts) =>
        facts.Uploaded is not { } document ? DataRequestRefusal.DocumentNotFound
        : state.Application.Documents.Length >= MostDocuments ? DataRequestRefusal.TooManyDocuments
        : state.Stage is not RequestStage.Draft && (!state.OpenQuestions.Any() || state.Application.Documents.Any(known => known.DocumentId == document.DocumentId))
            ? DataRequestRefusal.SectionIsNotAskedAbout
        : Happens(new DocumentAttached(document));

    public static Result<ImmutableArray<RequestEvent>> Detach(RequestState state, string documentId) =>
        state.Application.Documents.Any(known => known.DocumentId == documentId) ? Happens(new DocumentDetached(documentId)) : DataRequestRefusal.DocumentNotFound;

    public static Result<ImmutableArray<RequestEvent>> Ask(RequestState state, AddDataset ask, RequestFacts facts)
    {
        if (!facts.Datasets.TryGetValue(ask.DatasetId, out var dataset))
            return DataRequestRefusal.DatasetNotFound;
        if (Obstacle(dataset) is { } refusal)
            return refusal;
        if (ask.FromYear > ask.ToYear)
            return DataRequestRefusal.YearsAreWrong;
        if (ask.Variables.FirstOrDefault(name => dataset.Variables.All(known => known.Name != name)) is { } unknown)
            return DataRequestRefusal.VariableIsUnknown.Because($"{dataset.Title} has no variable {Shown(unknown)}.");
        var others = state.Application.Datasets.Where(known => known.DatasetId != ask.DatasetId).Select(known => facts.Datasets.GetValueOrDefault(known.DatasetId));
        return others.Any(other => other is not null && other.CommitteeId != dataset.CommitteeId)
            ? DataRequestRefusal.DatasetsHaveDifferentCommittees
            : Happens(new DatasetAsked(new RequestedDataset(ask.DatasetId, dataset.Title, [.. ask.Variables.Distinct()], ask.Cohort ?? "", ask.FromYear, ask.ToYear)));
    }

    public static Result<ImmutableArray<RequestEvent>> Drop(RequestState state, string datasetId) =>
        state.Application.Datasets.Any(known => known.DatasetId == datasetId) ? Happens(new DatasetDropped(datasetId)) : DataRequestRefusal.DatasetNotFound;

    public static Result<ImmutableArray<RequestEvent>> Declare(DeclareInterests interests, RequestFacts facts) =>
        facts.Rules is { } rules && rules.Prices.Categories.All(category => category.Key != interests.Category) ? DataRequestRefusal.CategoryIsUnknown
        : Happens(new InterestsDeclared(interests.CoAuthors, interests.Funders, interests.Category));

    /// <summary>Why a dataset cannot be asked for.</summary>
    public static Refusal? Obstacle(DatasetView dataset) => dataset.Standing switch
    {
        DatasetStanding.Requestable => null,
        DatasetStanding.OutsideProcess => DataRequestRefusal.DatasetHasItsOwnProcess.Because($"{dataset.Title} has its own process: {dataset.OutsideAddress}"),
        DatasetStanding.Coming => DataRequestRefusal.DatasetIsComing.Because(),
        DatasetStanding.Retired => DataRequestRefusal.DatasetIsRetired.Because(),
        _ => DataRequestRefusal.DatasetCannotBeRequested.Because(),
    };

    private static TeamMember Applicant(CreateDraft create, RequestFacts facts) =>
        new(facts.Actor.UserId, create.Name, create.InstitutionId, TeamPart.PrincipalInvestigator, facts.Now);

    // A copy begins as a draft of its own: who left stays away, terms are to be accepted again, findings were of the former one.
    private static Application? Copy(RequestFacts facts) => facts.CopyOf is not { } former ? null : former with
    {
        Team = [.. former.Present.Select(member => member with
        {
            Part = member.Part is TeamPart.PrincipalInvestigator ? TeamPart.Delegate : member.Part,
            AddedAt = facts.Now,
            AcceptedVersion = 0,
            AcceptedAt = null,
        })],
        Datasets = [.. former.Datasets.Select(dataset => dataset with { Version = 0, Sensitivity = "", Availability = null })],
    };

    private static string Shown(string name) => name.Length > 50 ? name[..50] : name;

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
