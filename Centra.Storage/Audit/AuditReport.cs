namespace Centra.Storage;

/// <summary>What an audit of the files found.</summary>
/// <param name="Streams">Streams that were looked at.</param>
/// <param name="Events">Entries whose hashes were computed again.</param>
/// <param name="Removed">Entries whose content was lawfully removed when its retention had ended.</param>
/// <param name="Waiting">Entries that stand in a grain's state and have not reached the trail yet: a process that was ended, not a fault.</param>
/// <param name="Checkpoints">Signed checkpoints that were compared.</param>
/// <param name="Newest">The newest checkpoint: its place in the register's journal and when it was signed; null without one.</param>
/// <param name="Faults">What is not as it was written, by stream and position.</param>
public sealed record AuditReport(
    int Streams, long Events, long Removed, long Waiting, int Checkpoints, (long Sequence, DateTimeOffset At)? Newest, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsSound => Faults.Count == 0;
}

/// <summary>An entry that is not as it was written. Says where and how, and nothing of what it held.</summary>
/// <param name="Kind">How.</param>
/// <param name="Stream">The stream; for a fault of the journal, "journal".</param>
/// <param name="Position">The entry.</param>
/// <param name="Words">What is wrong, in one sentence.</param>
public sealed record AuditFault(AuditFaultKind Kind, string Stream, long Position, string Words);

/// <summary>How an entry is not as it was written.</summary>
public enum AuditFaultKind
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Its fields are not those that were hashed, or hashed and signed.</summary>
    Changed = 1,

    /// <summary>It is missing between others.</summary>
    Removed = 2,

    /// <summary>It stands in another entry's place.</summary>
    Reordered = 3,

    /// <summary>It and what followed are missing at the end.</summary>
    Truncated = 4,

    /// <summary>The whole stream is missing.</summary>
    StreamRemoved = 5,

    /// <summary>The grain's state is older than its entries.</summary>
    StatePutBack = 6,

    /// <summary>Its content is gone, and no rule in its stream says so.</summary>
    ContentGone = 7,

    /// <summary>The register's journal lacks it, or it cannot be read.</summary>
    JournalDamaged = 8,

    /// <summary>A checkpoint that this installation did not sign.</summary>
    NotSigned = 9,
}

/// <summary>The files cannot be checked at all. The message is for an operator.</summary>
public sealed class AuditException(string message, Exception? inner = null) : Exception(message, inner);
