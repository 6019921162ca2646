using Centra.Storage;
using Microsoft.Extensions.Logging;

namespace Centra.Recording;

/// <summary>
/// Where the older answers of a busy grain go. Its record keeps the newest, so that what a command writes stays the same size however many
/// came before; the others are moved in batches, first kept here and only then left out there.
/// </summary>
public sealed partial class AnswerArchive(ReadStore store, ILogger<AnswerArchive> log)
{
    private const int Most = 64;
    private const int Kept = 32;

    /// <summary>The record with room for another answer. Where older ones cannot be moved now they stay in it.</summary>
    public async Task<GrainRecord<TStored>> MakeRoomAsync<TStored>(string stream, GrainRecord<TStored> record)
        where TStored : class
    {
        if (record.Commands is not { Length: >= Most } commands)
            return record;
        try
        {
            await store.Database.WriteAsync(Fence.None, session => KeepAsync(session, stream, commands[..^Kept]));
            return record with { Commands = commands[^Kept..], HasOlderAnswers = true };
        }
        catch (Exception error)
        {
            LogNotMoved(error, stream);
            return record;
        }
    }

    /// <summary>What a command of a grain was answered before, in its record or here; null: it is new.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be known now.</exception>
    public async Task<AnsweredCommand?> FindAsync<TStored>(string stream, GrainRecord<TStored> record, CommandId command)
        where TStored : class
    {
        if (record.Commands?.FirstOrDefault(known => known.Id == command.Value) is { } answered)
            return answered;
        if (!record.HasOlderAnswers || await store.Database.ReadAsync(session => OlderAnswers.FindAsync(session, stream, command.Value)) is not { } older)
            return null;
        return new AnsweredCommand(older.CommandId, older.Content, older.At, older.Answer);
    }

    private static async Task<int> KeepAsync(DbSession session, string stream, AnsweredCommand[] commands)
    {
        var kept = 0;
        foreach (var known in commands)
            kept += await OlderAnswers.KeepAsync(session, new OlderAnswer(stream, known.Id, known.Content, known.At, known.Answer));
        return kept;
    }

    [LoggerMessage(1, LogLevel.Warning, "Older answers of {Stream} stay in its record for now")]
    private partial void LogNotMoved(Exception error, string stream);
}
