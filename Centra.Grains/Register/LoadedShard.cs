using System.Collections.Immutable;
using Centra.Storage;

namespace Centra.Register;

/// <summary>
/// A shard's table and how far into the register it reaches. It was filled while some key epochs were in force; every opt-out up to here
/// has tokens of each of them in it. Tokens that re-keying adds later are not: once only their epoch is in force, it has to be loaded anew.
/// </summary>
internal sealed class LoadedShard(ShardLayout layout, int number, ShardTable table, long sequence, ImmutableArray<int> epochs)
{
    private const int RowsWorthASnapshot = 10_000;
    private int _added;

    public ShardTable Table => table;

    public long Sequence { get; private set; } = sequence;

    public ImmutableArray<int> Epochs => epochs;

    public bool IsWorthASnapshot => _added >= RowsWorthASnapshot;

    /// <summary>From the snapshot and the rows above it, or from all rows of the shard.</summary>
    public static async Task<LoadedShard> LoadAsync(IDatabase database, ShardLayout layout, ShardSnapshot snapshots, int number)
    {
        var head = await database.ReadAsync(RegisterHead.ReadAsync);
        if (snapshots.Load(number, head.Sequence) is var (table, sequence, epochs))
        {
            var shard = new LoadedShard(layout, number, table, sequence, epochs);
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
        if (!head.Epochs.Any(epochs.Contains))
            return false;
        foreach (var row in rows.Where(row => layout.ShardOf(row.Token) == number))
        {
            table.Add(row.Token, (uint)row.Ordinal);
            _added++;
        }
        Sequence = Math.Max(Sequence, head.Sequence);
        return true;
    }

    private static async Task<LoadedShard> FromRowsAsync(DbSession session, ShardLayout layout, int number)
    {
        var head = await RegisterHead.ReadAsync(session);
        var (from, to) = layout.Range(number);
        var table = new ShardTable();
        await RegisterTokens.EachAsync(session, from, to, row => table.Add(row.Token, (uint)row.Ordinal));
        return new LoadedShard(layout, number, table, head.Sequence, Complete(head.Epochs)) { _added = table.Count };
    }

    // While two epochs are in force, only the older one's tokens are there for every opt-out.
    private static ImmutableArray<int> Complete(ImmutableArray<int> inForce) => [inForce[0]];
}
