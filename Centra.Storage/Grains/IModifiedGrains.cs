namespace Centra.Storage;

/// <summary>Which grains have written since a checkpoint: how the sweeper finds those whose outbox may be undrained.</summary>
public interface IModifiedGrains
{
    /// <summary>
    /// The states whose last write came after <paramref name="after"/>, oldest first; the greatest <see cref="ModifiedGrain.Modified"/>
    /// of an answer is the next checkpoint. No acknowledged write is passed over. On SQLite it is found at once, on PostgreSQL as soon
    /// as every transaction that began before it has ended.
    /// </summary>
    /// <param name="after">A checkpoint; 0 for all.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancel">Ends the reading.</param>
    Task<IReadOnlyList<ModifiedGrain>> ModifiedSinceAsync(long after, int most, CancellationToken cancel = default);
}

/// <summary>A state that was written.</summary>
/// <param name="StateName">Which state; unique per grain class.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Modified">When, as a number that grows with every write.</param>
public readonly record struct ModifiedGrain(string StateName, string Key, long Modified);
