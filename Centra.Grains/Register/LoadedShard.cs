using Centra.Storage;

namespace Centra.Register;

/// <summary>A shard's table and how far into the register it reaches.</summary>
internal sealed class LoadedShard(ShardLayout layout, int number, ShardTable table, long sequence)
{
    private const int RowsWorthASnapshot = 10_000;
    private int _added;

    public ShardTable Table => table;

    public long Sequence { get; private set; } = sequence;

    public bool IsWorthASnapshot => _added >= RowsWorthASnapshot;

    /// <summary>From the snapshot and the rows above it, or from all rows of the shard.</summary>
    public static async Task<LoadedShard> LoadAsync(IDatabase database, ShardLayout layout, ShardSnapshot snapshots, int number)
    {
        var head = await database.ReadAsync(RegisterHead.ReadAsync);
        if (snapshots.Load(number, head.Sequence) is var (table, sequence))
        {
            var shard = new LoadedShard(layout, number, table, sequence);
            await shard.CatchUpAsync(database);
            return shard;
        }
        return await database.ReadAsync(session => FromRowsAsync(session, layout, number));
    }

    /// <summary>Reads the rows above its own and stands at the head that goes with them.</summary>
    public async Task CatchUpAsync(IDatabase database)
    {
        var from = Sequence;
        var (head, rows) = await database.ReadAsync(async session =>
            ((await RegisterHead.ReadAsync(session)).Sequence, await RegisterTokens.AboveAsync(session, from)));
        foreach (var row in rows.Where(row => layout.ShardOf(row.Token) == number))
        {
            table.Add(row.Token, (uint)row.Ordinal);
            _added++;
        }
        Sequence = Math.Max(Sequence, head);
    }

    private static async Task<LoadedShard> FromRowsAsync(DbSession session, ShardLayout layout, int number)
    {
        var head = await RegisterHead.ReadAsync(session);
        var (from, to) = layout.Range(number);
        var table = new ShardTable();
        await RegisterTokens.EachAsync(session, from, to, row => table.Add(row.Token, (uint)row.Ordinal));
        return new LoadedShard(layout, number, table, head.Sequence) { _added = table.Count };
    }
}
