using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;

namespace Centra.Storage;

/// <summary>Where a stream ends by the state of its grain.</summary>
/// <param name="Position">Its last event.</param>
/// <param name="Hash">That event's hash.</param>
/// <param name="Outbox">How many of the last events may not have reached the trail.</param>
/// <param name="OutboxPrevious">The hash of the event before those; null without any.</param>
internal sealed record StateHead(long Position, string? Hash, int Outbox, string? OutboxPrevious)
{
    /// <summary>The last event that the trail must have.</summary>
    public long Drained => Position - Outbox;

    /// <summary>All heads by stream, of grains that record events.</summary>
    public static async Task<Dictionary<string, StateHead>> ReadAllAsync(DbSession state)
    {
        var heads = new Dictionary<string, StateHead>();
        await using var reader = await state.Command("select grain_id, content from grain_state where content is not null").ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (Read(reader.GetString(1)) is { } head)
                heads[GrainId.Parse(reader.GetString(0), CultureInfo.InvariantCulture).Key.ToString()!] = head;
        }
        return heads;
    }

    private static StateHead? Read(string content)
    {
        using var document = JsonDocument.Parse(content);
        var record = document.RootElement;
        if (record.ValueKind is not JsonValueKind.Object || !record.TryGetProperty(nameof(Position), out var position) || !record.TryGetProperty(nameof(Hash), out var hash))
            return null;
        var outbox = record.TryGetProperty(nameof(Outbox), out var waiting) && waiting.ValueKind is JsonValueKind.Array ? waiting : default;
        var count = outbox.ValueKind is JsonValueKind.Array ? outbox.GetArrayLength() : 0;
        return new StateHead(position.GetInt64(), hash.GetString(), count, count == 0 ? null : PreviousOf(outbox[0]));
    }

    private static string PreviousOf(JsonElement first) => first.TryGetProperty("PreviousHash", out var hash) ? hash.GetString() ?? "" : "";
}
