using Centra.Register;
using Centra.Storage;

namespace Centra.Bench.Gate.Lookups;

/// <summary>A register in snapshot files: a new data folder whose shards hold synthetic tokens, at the register's beginning.</summary>
internal static class RegisterFiles
{
    /// <summary>Makes them; the tokens.</summary>
    public static async Task<SyntheticTokens> MakeAsync(string folder, long count)
    {
        await using var storage = await CentraStorage.OpenAsync(new StorageSettings { DataFolder = folder }, TimeProvider.System);
        var layout = new ShardLayout(storage.ShardBits);
        using var snapshots = new ShardSnapshot(storage.Settings.SnapshotFolder, storage.RegisterId, layout);
        var tokens = new SyntheticTokens(count, layout.Bits);
        for (var shard = 0; shard < layout.Count; shard++)
            snapshots.Save(shard, new SavedShard(Table(tokens, shard), 0, RegisterHead.Empty.Digest, RegisterHead.Empty.Epochs));
        return tokens;
    }

    private static ShardTable Table(SyntheticTokens tokens, int shard)
    {
        var numbers = tokens.OfShard(shard);
        var table = new ShardTable(numbers.LongCount());
        foreach (var number in numbers)
            table.Add(tokens[number], SyntheticTokens.OrdinalOf(number));
        return table;
    }
}
