using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Centra.Storage;
using Microsoft.Extensions.Logging;

namespace Centra.Recording;

/// <summary>Builds records and drains outboxes, the same for every feature.</summary>
public sealed partial class Recorder(Projector projector, TimeProvider clock, ILogger<Recorder> log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };
    private static readonly TimeSpan AnswersAreKept = TimeSpan.FromDays(30);

    /// <summary>The clock that commands are dated by.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The hash by which a repeated command is compared with the first.</summary>
    public static string ContentOf(object command) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Json)));

    /// <summary>An answer as JSON.</summary>
    public static string Write<T>(T answer) => JsonSerializer.Serialize(answer, Json);

    /// <summary>An answer from JSON.</summary>
    public static T Read<T>(string answer) => JsonSerializer.Deserialize<T>(answer, Json)!;

    /// <summary>The record after a command.</summary>
    public static GrainRecord<TStored> Next<TStored, TEvent>(
        GrainRecord<TStored> former, string stream, ImmutableArray<TEvent> events, CommandContext context, TStored state, AnsweredCommand answered)
        where TStored : class
        where TEvent : notnull
    {
        var recorded = new List<RecordedEvent>(former.Outbox ?? []);
        var (position, hash) = (former.Position, former.Hash ?? "");
        foreach (var happened in events)
        {
            var next = new RecordedEvent(stream, ++position, happened.GetType().Name, JsonSerializer.Serialize(happened, happened.GetType(), Json),
                context.Actor.Id, answered.At, context.Id.Value, hash) { Form = EventHash.Newest, Happened = happened };
            hash = next.Hash();
            recorded.Add(next);
        }
        return new GrainRecord<TStored>
        {
            State = state,
            Position = position,
            Hash = hash,
            Outbox = [.. recorded],
            Commands = answered.IsRoutine ? former.Commands : [.. (former.Commands ?? []).Where(known => answered.At - known.At < AnswersAreKept), answered],
            // A record must not grow with what comes often: every write carries all of it.
            Routine = answered.IsRoutine ? RoutineAnswers.With(former.Routine, answered, AnswersAreKept) : former.Routine,
        };
    }

    /// <summary>Sends events to the read model, or fails.</summary>
    public Task SendAsync(RecordedEvent[]? outbox) => projector.ApplyAsync(outbox ?? []);

    /// <summary>Sends events to the read model. A failure is no failure of the command: the sweeper comes back for them.</summary>
    public async Task<bool> DrainAsync(RecordedEvent[]? outbox)
    {
        if (outbox is not { Length: > 0 })
            return true;
        try
        {
            await SendAsync(outbox);
            return true;
        }
        catch (Exception error)
        {
            LogNotDrained(error, outbox[0].Stream);
            return false;
        }
    }

    /// <summary>
    /// Compares a grain's record with its events in the read store. A record older than its events was put back from an old copy: what it
    /// decided from here on could never be told. Events that are missing there are told of, and no reason to stop.
    /// </summary>
    /// <exception cref="StreamBrokenException">The record is older than its events.</exception>
    public async Task CheckAsync(string stream, long position, string? hash, int outbox)
    {
        var last = await TryLastAsync(stream);
        if (last.Position > position || (last.Position == position && position > 0 && last.Hash != hash))
            throw new StreamBrokenException($"The state of {stream} stands at event {position}, its events go on to {last.Position}: the states of grains were put back from an old copy. Restore the newest one.");
        if (last.Position >= 0 && last.Position < position - outbox)
            LogGap(stream, last.Position + 1, position - outbox);
    }

    private async Task<(long Position, string Hash)> TryLastAsync(string stream)
    {
        try
        {
            return await projector.LastAsync(stream);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or StorageUnavailableException)
        {
            LogNotDrained(error, stream);
            return (-1, "");
        }
    }

    [LoggerMessage(2, LogLevel.Critical, "Events {First} to {Last} of {Stream} are missing in the read model: it was put back from an old copy. Restore the newest one")]
    private partial void LogGap(string stream, long first, long last);

    [LoggerMessage(1, LogLevel.Warning, "Events of {Stream} wait for the read model")]
    private partial void LogNotDrained(Exception error, string stream);
}
