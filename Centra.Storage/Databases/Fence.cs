namespace Centra.Storage;

/// <summary>
/// What a write has to hold before it may read or write anything (design: opt-out.md, "Opting out"). The fence lives in the
/// database and ends with the transaction, so no process can keep it by dying.
/// </summary>
public enum Fence
{
    /// <summary>Touches neither identifiable rows nor the register.</summary>
    None = 0,

    /// <summary>Writes identifiable rows, links or copies, and compares them with the register in the same transaction.</summary>
    Shared = 1,

    /// <summary>Writes the register. Nothing fenced runs beside it, and its journal lines are durable before it commits.</summary>
    Exclusive = 2,

    /// <summary>As <see cref="Shared"/>, for the end of an erasure: an opt-out is not answered before it, so on SQLite it goes before what else waits.</summary>
    Sweep = 3,
}
