using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>The audit trail of a request's streams: every event, with what a field was before where an earlier event of its kind said so. Pure.</summary>
internal static class HistoryTrail
{
    // What tells two events of one kind apart: the section, the dataset, the person that they are about.
    private static readonly string[] Subjects = ["section", "questionId", "question.questionId", "userId", "member.userId", "dataset.datasetId", "datasetId", "entryId", "entry.entryId", "fileName"];

    public static IReadOnlyList<TrailEvent> Of(IEnumerable<EventRow> events)
    {
        var former = new Dictionary<string, Dictionary<string, string>>();
        var trail = new List<TrailEvent>();
        foreach (var row in events)
        {
            var said = new EventPayload(row);
            var fields = said.Fields().ToDictionary(field => field.Place, field => field.Value);
            var subject = $"{row.Stream} {row.Type} {string.Join(' ', Subjects.Select(said.Text))}";
            var before = former.GetValueOrDefault(subject) ?? [];
            trail.Add(new TrailEvent(Listing.Time(row.At), row.Stream, row.Position, row.Type, row.Actor, row.Hash,
                [.. fields.Select(field => new TrailField(field.Key, before.TryGetValue(field.Key, out var was) && was != field.Value ? was : null, field.Value))]));
            former[subject] = fields;
        }
        return trail;
    }
}

/// <summary>An event of the trail.</summary>
public sealed record TrailEvent(DateTimeOffset At, string Stream, long Position, string Type, string Actor, string Hash, IReadOnlyList<TrailField> Fields);

/// <summary>A field of an event; before is null where nothing else was said before.</summary>
public sealed record TrailField(string Place, string? Before, string After);
