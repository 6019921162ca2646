using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>Keeps what people did in a request, as far as lists are filtered by it.</summary>
internal static class RequestActs
{
    private const string Managed = "Managed";
    private const string HasEvaluated = "Evaluated";

    /// <summary>Whether an event is of these.</summary>
    public static bool Concern(string type) => type is nameof(AvailabilityRecorded) or nameof(PolicyChecked) or nameof(ReviewerAssigned) or nameof(ApplicantNotified)
        or nameof(Evaluated) or nameof(ReviewRoundBegun) or nameof(ReviewerUnassigned) or nameof(ReviewerRecused);

    /// <summary>Notes one. A new round begins without evaluations; who leaves takes theirs along.</summary>
    public static Task ApplyAsync(DbSession session, string requestId, RecordedEvent recorded) => recorded.Type switch
    {
        nameof(Evaluated) => RequestPartTables.AddActAsync(session, new RequestActRow(requestId, recorded.Read<Evaluated>()!.Evaluation.ReviewerId, HasEvaluated)),
        nameof(ReviewRoundBegun) => RequestPartTables.RemoveActAsync(session, requestId, null, HasEvaluated),
        nameof(ReviewerUnassigned) => RequestPartTables.RemoveActAsync(session, requestId, recorded.Read<ReviewerUnassigned>()!.ReviewerId, HasEvaluated),
        nameof(ReviewerRecused) => RequestPartTables.RemoveActAsync(session, requestId, recorded.Read<ReviewerRecused>()!.ReviewerId, HasEvaluated),
        _ => RequestPartTables.AddActAsync(session, new RequestActRow(requestId, recorded.Actor, Managed)),
    };
}
