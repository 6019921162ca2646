using System.Collections.Immutable;
using Centra.Storage;

namespace Centra.Register;

/// <summary>
/// A shard's table and how far into the register it reaches. It was filled while some key epochs were in force; every opt-out up to here
/// has tokens of each of them in it. Tokens that re-keying adds later are not: once only their epoch is in force, it has to be loaded anew.
/// </summary>
internal sealed class LoadedShard(ShardLayout layout, int number, SavedShard loaded)
{
    private const int GrowthWorthASnapshot = 20;
    private int _added;

    public ShardTable Table => State.Table;

    public long Sequence => State.Sequence;

    /// <summary>What a snapshot would keep.</summary>
    public SavedShard State { get; private set; } = loaded;

    /// <summary>
    /// Whether so much was added since the last snapshot that writing another one costs less than reading all that again: so many rows, and a
    /// twentieth of the table, so that a large one is not written for every few rows.
    /// </summary>
    public bool IsWorthASnapshot(int rows) => _added >= rows && _added >= Table.Count / GrowthWorthASnapshot;

    /// <summary>What a snapshot keeps, fixed: this shard goes on growing while it is written.</summary>
    public SavedShard TakeSnapshot()
    {
        _added = 0;
        return State with { Table = Table.Copy() };
    }

    /// <summary>From the snapshot and the rows above it, or from all rows of the shard.</summary>
    public static async Task<LoadedShard> LoadAsync(IDatabase database, ShardLayout layout, ShardSnapshot snapshots, int number)
    {
        var head = await database.ReadAsync(RegisterHead.ReadAsync);
        if (snapshots.Load(number, head.Sequence) is { } saved && await IsOfThisHistoryAsync(database, saved))
        {
            var shard = new LoadedShard(layout, number, saved);
            if (await shard.CatchUpAsync(database))
                return shard;
        }
        return await database.ReadAsync(session => FromRowsAsync(session, layout, number));
    }

    /// <summary>
    /// Reads the rows above its own and stands at the head that goes with them. False: none of its epochs is in force any more, and it
    /// has to be loaded anew.
    /// </summary>
    public async Task<bool> CatchUpAsync(IDatabase database)
    {
        var from = Sequence;
        var (head, rows) = await database.ReadAsync(async session => (await RegisterHead.ReadAsync(session), await RegisterTokens.AboveAsync(session, from)));
        if (!head.Epochs.Any(State.Epochs.Contains))
            return false;
        foreach (var row in rows.Where(row => layout.ShardOf(row.Token) == number))
        {
            Table.Add(row.Token, (uint)row.Ordinal);
            _added++;
        }
        if (head.Sequence > Sequence)
            State = State with { Sequence = head.Sequence, Digest = head.Digest };
        return true;
    }

    private static async Task<LoadedShard> FromRowsAsync(DbSession session, ShardLayout layout, int number)
    {
        var head = await RegisterHead.ReadAsync(session);
        var (from, to) = layout.Range(number);
        var table = new ShardTable();
        await RegisterTokens.EachAsync(session, from, to, row => table.Add(row.Token, (uint)row.Ordinal));
        return new LoadedShard(layout, number, new SavedShard(table, head.Sequence, head.Digest, Complete(head.Epochs))) { _added = table.Count };
    }

    private static Task<bool> IsOfThisHistoryAsync(IDatabase database, SavedShard saved) => database.ReadAsync(async session =>
        await RegisterHead.DigestAtAsync(session, saved.Sequence) is { } digest && digest.AsSpan().SequenceEqual(saved.Digest));

    // While two epochs are in force, only the older one's tokens are there for every opt-out.
    private static ImmutableArray<int> Complete(ImmutableArray<int> inForce) => [inForce[0]];
}
