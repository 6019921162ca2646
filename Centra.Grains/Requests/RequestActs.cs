using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>Keeps what people did in a request, as far as lists are filtered by it, and takes away the score sheets that this ends.</summary>
internal static class RequestActs
{
    private const string Managed = "Managed";
    private const string HasEvaluated = "Evaluated";

    /// <summary>Whether an event is of these.</summary>
    public static bool Concern(string type) => type is nameof(AvailabilityRecorded) or nameof(PolicyChecked) or nameof(ReviewerAssigned) or nameof(ApplicantNotified)
        or nameof(Evaluated) or nameof(ReviewRoundBegun) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused);

    /// <summary>Notes one. A new round begins without evaluations; who leaves takes theirs along.</summary>
    public static async Task ApplyAsync(DbSession session, string requestId, RecordedEvent recorded)
    {
        if (recorded.Read<Evaluated>() is { Evaluation.ReviewerId: var reviewer })
        {
            await RequestPartTables.AddActAsync(session, new RequestActRow(requestId, reviewer, HasEvaluated));
            await ScoreSheet.RemoveAsync(session, requestId, reviewer);
        }
        else if (recorded.Type is nameof(ReviewRoundBegun) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused))
        {
            var gone = recorded.Read<ReviewerUnassigned>()?.ReviewerId ?? recorded.Read<ReviewerRecused>()?.ReviewerId;
            await RequestPartTables.RemoveActAsync(session, requestId, gone, HasEvaluated);
            await ScoreSheet.RemoveAsync(session, requestId, gone);
        }
        else
        {
            await RequestPartTables.AddActAsync(session, new RequestActRow(requestId, recorded.Actor, Managed));
            if (recorded.Type is nameof(ApplicantNotified))
                await ScoreSheet.RemoveAsync(session, requestId);
        }
    }
}
