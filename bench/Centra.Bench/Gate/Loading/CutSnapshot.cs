using Centra.Bench.Gate.Lookups;
using Centra.Storage;

namespace Centra.Bench.Gate.Loading;

/// <summary>A shard whose snapshot loses its second half, as after a disk that was full: its rows are in the database.</summary>
internal static class CutSnapshot
{
    private const int Shard = 3;
    private const int RowsATransaction = 200_000;

    /// <summary>Writes the rows of a shard and cuts its snapshot; how many rows.</summary>
    public static async Task<int> MakeAsync(string folder, SyntheticTokens tokens)
    {
        await using var storage = await CentraStorage.OpenAsync(new StorageSettings { DataFolder = folder }, TimeProvider.System);
        var rows = tokens.OfShard(Shard).Select(number => new RegisterToken(tokens[number], SyntheticTokens.OrdinalOf(number))).OrderBy(row => row.Token).ToArray();
        await IndexedAnewAsync(storage.Vault.Database, async () =>
        {
            foreach (var chunk in rows.Chunk(RowsATransaction))
                await storage.Vault.Database.WriteAsync(Fence.None, session => InsertAsync(session, chunk));
        });
        await using var file = new FileStream(Directory.EnumerateFiles(storage.Settings.SnapshotFolder).Order(StringComparer.Ordinal).ElementAt(Shard), FileMode.Open);
        file.SetLength(file.Length / 2);
        return rows.Length;
    }

    private static async Task<int> InsertAsync(DbSession session, IEnumerable<RegisterToken> rows)
    {
        foreach (var row in rows)
            await session.ExecuteAsync("insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, $2, 1, 0)", row.Token.ToArray(), row.Ordinal);
        return 0;
    }

    // Rows that come by the million are quicker without, and nobody waits for this.
    private static async Task IndexedAnewAsync(IDatabase database, Func<Task> fill)
    {
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("drop index opt_out_token_sequence"));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("drop index opt_out_token_ordinal"));
        await fill();
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create index opt_out_token_sequence on opt_out_token (sequence)"));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create index opt_out_token_ordinal on opt_out_token (ordinal)"));
    }
}
