using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>Whom a history names: who acted, and who is spoken of.</summary>
internal static class HistoryPeople
{
    private static readonly string[] Places = ["userId", "reviewerId", "member.userId", "assignment.reviewerId", "evaluation.reviewerId", "from", "to", "decision.by"];

    public static IEnumerable<string?> Of(IReadOnlyList<EventRow> events) =>
        events.Select(row => row.Actor).Concat(events.SelectMany(row => { var payload = new EventPayload(row); return Places.Select(payload.Text); })).Where(id => id.Length > 0).Distinct();
}
