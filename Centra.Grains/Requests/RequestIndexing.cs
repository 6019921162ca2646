using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>Keeps what a request is found by, and its place in lists.</summary>
internal static class RequestIndexing
{
    /// <summary>Brings both up to date after events, once for all of them: what the index of words is told costs more than all the rest.</summary>
    public static async Task AfterAsync(DbSession session, RequestRow row, IReadOnlyList<RecordedEvent> events)
    {
        if (events.Any(recorded => ChangesOthers(recorded.Type)))
            row.Words = RequestWords.Of(row, await RequestPartTables.PeopleAsync(session, row.RequestId), await RequestPartTables.DatasetsAsync(session, row.RequestId), await RequestPartTables.ActsAsync(session, row.RequestId));
        else if (events.Any(recorded => ChangesOwn(recorded.Type)))
            row.Words = RequestWords.Again(row);
        if (row.Place >> RequestPlace.Bits != row.StageSince)
            row.Place = await RequestPlace.FreeAsync(session, row.StageSince, row.RequestId);
    }

    private static bool ChangesOwn(string type) => type is nameof(StageEntered) or nameof(BallTaken) or nameof(AgreementSeen)
        or nameof(QuestionAsked) or nameof(QuestionAnswered) or nameof(QuestionWithdrawn) or nameof(QuestionLapsed);

    private static bool ChangesOthers(string type) => type is nameof(DraftCreated) or nameof(TeamMemberAdded) or nameof(TeamMemberRemoved) or nameof(PrincipalInvestigatorChanged)
        or nameof(ContentRemoved) or nameof(DatasetAsked) or nameof(DatasetDropped) || RequestActs.Concern(type);
}
