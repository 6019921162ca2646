using Centra.Recording;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Requests;

/// <summary>Keeps the list of requests, and of who has to do with them.</summary>
public sealed class RequestProjection : IProjection
{
    /// <inheritdoc/>
    public string StreamPrefix => "request/";

    /// <inheritdoc/>
    public bool Concerns(string type) => type is not (nameof(SectionEdited) or nameof(InterestsDeclared));

    /// <inheritdoc/>
    public async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var id = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<DraftCreated>() is { } created)
        {
            await RequestIndexing.RefreshAsync(context, RequestListing.Begin(context, id, created));
            return;
        }
        var row = await context.FindAsync<RequestRow>(id) ?? throw new StreamBrokenException($"Request {id} has no row.");
        await (recorded.Type switch
        {
            nameof(StageEntered) => EnterAsync(context, row, recorded.Read<StageEntered>()!),
            nameof(TeamMemberAdded) or nameof(TeamMemberRemoved) or nameof(PrincipalInvestigatorChanged) => RequestListing.TeamAsync(context, row, recorded),
            nameof(ReviewerAssigned) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused) or nameof(ReviewRoundBegun) => RequestListing.ReviewersAsync(context, row, recorded),
            nameof(ContentRemoved) => ContentRemoval.ApplyAsync(context, row, recorded),
            nameof(DatasetAsked) or nameof(DatasetDropped) or nameof(Decided) or nameof(DecisionCorrected) => RequestListing.DatasetsAsync(context, row, recorded),
            nameof(DocumentAttached) or nameof(DocumentDetached) => RequestListing.DocumentsAsync(context, row, recorded),
            _ => Task.CompletedTask,
        });
        Note(row, recorded);
        if (RequestIndexing.Concerns(recorded.Type))
            await RequestIndexing.RefreshAsync(context, row);
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

    private static async Task EnterAsync(ReadContext context, RequestRow row, StageEntered entered)
    {
        var at = entered.At.ToUnixTimeMilliseconds();
        var former = await context.Set<RequestStageTimeRow>().FirstOrDefaultAsync(time => time.RequestId == row.RequestId && time.LeftAt == null)
            ?? context.Set<RequestStageTimeRow>().Local.FirstOrDefault(time => time.RequestId == row.RequestId && time.LeftAt == null);
        if (former is not null)
            former.LeftAt = at;
        (row.Stage, row.StageSince) = (entered.Stage.ToString(), at);
        if (await context.FindAsync<RequestStageTimeRow>(row.RequestId, at, row.Stage) is { } again)
            again.LeftAt = null;
        else
            context.Add(new RequestStageTimeRow { RequestId = row.RequestId, EnteredAt = at, Stage = row.Stage });
    }
}
