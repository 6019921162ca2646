namespace Centra.Storage;

/// <summary>Where a test can stand between the stores and what they are built on, to have writes fail at a chosen point.</summary>
internal sealed record StorageSeams
{
    /// <summary>Puts something around a database, by the name of its part.</summary>
    public Func<string, IDatabase, IDatabase> Database { get; init; } = (_, database) => database;

    /// <summary>Puts something around the journal.</summary>
    public Func<IJournal, IJournal> Journal { get; init; } = journal => journal;

    /// <summary>Opens the journal's file instead of the journal itself; null: it does.</summary>
    public Func<string, FileStream>? JournalFile { get; init; }

    /// <summary>How many pages SQLite writes to a log until they are copied.</summary>
    public int LogPages { get; init; } = SqliteLog.Many;
}
