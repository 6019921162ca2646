namespace Centra.Storage;

/// <summary>
/// The register's second record, kept apart from the database: every operation, in order, durable before the database commits.
/// A database that was restored from an old copy is brought back to here before anything is answered.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Opens the journal of a register.</summary>
    /// <param name="registerId">The register's id. A journal of another register is refused.</param>
    /// <param name="mayCreate">Whether a missing journal may be begun: only for a register without operations.</param>
    /// <exception cref="JournalException">Missing, foreign, or damaged anywhere but in its last line, which is cut.</exception>
    Task OpenAsync(string registerId, bool mayCreate);

    /// <summary>The sequence of the last line; 0 in an empty journal.</summary>
    Task<long> HeadAsync();

    /// <summary>Appends lines that follow the head without a gap. They are durable when this returns.</summary>
    Task AppendAsync(IReadOnlyList<JournalLine> lines);

    /// <summary>The lines above a sequence, in order.</summary>
    IAsyncEnumerable<JournalLine> ReadAsync(long above);
}

/// <summary>One operation, encrypted.</summary>
public sealed record JournalLine(long Sequence, byte[] Box);

/// <summary>The journal does not fit the register. The message is for an operator.</summary>
public sealed class JournalException(string message, Exception? inner = null) : Exception(message, inner);
