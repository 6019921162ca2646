using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>Keeps the list of requests, and of who has to do with them.</summary>
public sealed class RequestProjection : IProjection
{
    /// <inheritdoc/>
    public string StreamPrefix => "request/";

    /// <inheritdoc/>
    public bool Concerns(string type) => type is not (nameof(SectionEdited) or nameof(InterestsDeclared));

    /// <inheritdoc/>
    public async Task ApplyAsync(DbSession session, IReadOnlyList<RecordedEvent> events)
    {
        var id = events[0].Stream[StreamPrefix.Length..];
        var begun = events[0].Read<DraftCreated>();
        var row = begun is not null ? await RequestListing.BeginAsync(session, id, begun)
            : await RequestTable.FindAsync(session, id) ?? throw new StreamBrokenException($"Request {id} has no row.");
        foreach (var recorded in events)
            await ApplyAsync(session, row, recorded);
        await RequestIndexing.AfterAsync(session, row, events);
        await (begun is null ? RequestTable.SaveAsync(session, row) : RequestTable.AddAsync(session, row));
    }

    private static async Task ApplyAsync(DbSession session, RequestRow row, RecordedEvent recorded)
    {
        await (recorded.Type switch
        {
            nameof(StageEntered) => EnterAsync(session, row, recorded.Read<StageEntered>()!),
            nameof(TeamMemberAdded) or nameof(TeamMemberRemoved) or nameof(PrincipalInvestigatorChanged) => RequestListing.TeamAsync(session, row, recorded),
            nameof(ReviewerAssigned) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused) or nameof(ReviewRoundBegun) => RequestListing.ReviewersAsync(session, row, recorded),
            nameof(ContentRemoved) => ContentRemoval.ApplyAsync(session, row, recorded),
            nameof(DatasetAsked) or nameof(DatasetDropped) or nameof(Decided) or nameof(DecisionCorrected) => RequestListing.DatasetsAsync(session, row, recorded),
            nameof(DocumentAttached) or nameof(DocumentDetached) => RequestListing.DocumentsAsync(session, row, recorded),
            _ => Task.CompletedTask,
        });
        if (RequestActs.Concern(recorded.Type))
            await RequestActs.ApplyAsync(session, row.RequestId, recorded);
        Note(row, recorded);
    }

    // What is kept in the row itself.
    private static void Note(RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<DueSet>() is { } due)
            row.DueAt = due.At?.ToUnixTimeMilliseconds();
        else if (recorded.Read<BallTaken>() is { } ball)
            row.Ball = ball.By;
        else if (recorded.Read<RequestSubmitted>() is { } submitted)
            (row.SubmittedAt, row.CommitteeId) = (submitted.At.ToUnixTimeMilliseconds(), submitted.Pinned.CommitteeId);
        else if (recorded.Read<QuestionAsked>() is not null)
            row.OpenQuestions++;
        else if (recorded.Type is nameof(QuestionAnswered) or nameof(QuestionWithdrawn) or nameof(QuestionLapsed))
            row.OpenQuestions--;
        else if (recorded.Type is nameof(BallotOpened) or nameof(BallotClosed) or nameof(BallotExtended) or nameof(ReviewRoundBegun))
            NoteBallot(row, recorded);
        else
            NoteAccess(row, recorded);
    }

    // A round that was broken off is read once the request has ended, and sealed again where it is looked at again.
    private static void NoteBallot(RequestRow row, RecordedEvent recorded)
    {
        row.IsSealed = recorded.Read<BallotOpened>() is { Ballot.IsSealed: true } ? RequestRow.Sealed
            : recorded.Read<BallotClosed>()?.Standing is BallotStanding.Closed ? 0
            : recorded.Read<BallotClosed>()?.Standing is BallotStanding.BrokenOff && row.IsSealed == RequestRow.Sealed ? RequestRow.SealedIfReopened
            : recorded.Type is nameof(ReviewRoundBegun) && row.IsSealed == RequestRow.SealedIfReopened ? RequestRow.Sealed
            : row.IsSealed;
        row.Ballot = recorded.Read<BallotOpened>()?.Ballot.Standing.ToString() ?? recorded.Read<BallotClosed>()?.Standing.ToString()
            ?? (recorded.Type is nameof(BallotExtended) ? nameof(BallotStanding.Open) : null);
    }

    private static void NoteAccess(RequestRow row, RecordedEvent recorded)
    {
        if (recorded.Read<ApplicantNotified>() is { } notified)
            row.NotifiedAt = notified.At.ToUnixTimeMilliseconds();
        else if (recorded.Read<AgreementSeen>() is { } seen)
            row.AgreementVersion = seen.Version;
        else if (recorded.Read<AgreementExecuted>() is { } executed)
            (row.EndsAt, row.ExecutedSha256) = (executed.EndsAt.ToUnixTimeMilliseconds(), executed.Sha256);
        else if (recorded.Read<AccessPaused>() is { } paused)
            row.Paused = paused.Pause.Reason;
        else if (recorded.Type is nameof(AccessResumed))
            row.Paused = null;
    }

    private static Task EnterAsync(DbSession session, RequestRow row, StageEntered entered)
    {
        (row.Stage, row.StageSince) = (entered.Stage.ToString(), entered.At.ToUnixTimeMilliseconds());
        return RequestPartTables.EnterStageAsync(session, row.RequestId, row.Stage, row.StageSince);
    }
}
