using Centra.Register;
using Centra.Testing;

namespace Centra.Tests.Register;

public sealed class ShardSnapshotTests : IDisposable
{
    private static readonly ShardLayout Layout = new(2);
    private readonly TempFolder _folder = new();
    private readonly ShardSnapshot _snapshots;

    public ShardSnapshotTests()
    {
        _snapshots = new ShardSnapshot(_folder.Path, "register", Layout);
        var table = new ShardTable();
        for (var at = 1u; at <= 2_000; at++)
            table.Add(new Key128(new UInt128(at, at * 7919)), at);
        _snapshots.Save(1, new SavedShard(table, 50, [1, 2, 3], [1]));
    }

    public void Dispose() => _folder.Dispose();

    private string FileName => _folder.File("shard-0001.snapshot");

    [Fact]
    public void Snapshot_Saved_IsLoadedWithEverything()
    {
        var loaded = _snapshots.Load(1, head: 50)!;

        (loaded.Sequence, loaded.Table.Count).ShouldBe((50, 2_000));
        loaded.Digest.ShouldBe([1, 2, 3]);
        loaded.Epochs.ShouldBe([1]);
        var hits = new List<ShardHit>();
        loaded.Table.Find(new Key128(new UInt128(77, 77 * 7919)), 0, hits);
        hits.ShouldHaveSingleItem().Ordinal.ShouldBe(77);
    }

    [Fact]
    public void Snapshot_CutAnywhere_IsAsGoodAsNone()
    {
        var whole = File.ReadAllBytes(FileName);
        foreach (var length in Enumerable.Range(0, 40).Select(at => at * whole.Length / 40).Append(whole.Length - 1))
        {
            File.WriteAllBytes(FileName, whole[..length]);
            _snapshots.Load(1, 50).ShouldBeNull($"cut at {length}");
        }
    }

    [Fact]
    public void Snapshot_WithAnyByteChanged_IsAsGoodAsNone()
    {
        var whole = File.ReadAllBytes(FileName);
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var at = round < 20 ? round * 7 : random.Next(whole.Length);
            whole[at] ^= 4;
            File.WriteAllBytes(FileName, whole);
            _snapshots.Load(1, 50).ShouldBeNull($"changed at {at}");
            whole[at] ^= 4;
        }
    }

    [Fact]
    public void Snapshot_ThatDoesNotBelong_IsAsGoodAsNone()
    {
        _snapshots.Load(1, head: 49).ShouldBeNull("newer than the register");
        new ShardSnapshot(_folder.Path, "another", Layout).Load(1, 50).ShouldBeNull("of another register");
        new ShardSnapshot(_folder.Path, "register", new ShardLayout(3)).Load(1, 50).ShouldBeNull("of another layout");
        File.Copy(FileName, _folder.File("shard-0002.snapshot"));
        _snapshots.Load(2, 50).ShouldBeNull("of another shard");
        _snapshots.Load(3, 50).ShouldBeNull("never saved");
    }

    [Fact]
    public void Snapshot_SavedAgain_TakesTheFormersPlace()
    {
        _snapshots.Save(1, new SavedShard(new ShardTable(), 60, [4], [2]));

        _snapshots.Load(1, 60)!.Sequence.ShouldBe(60);
        Directory.GetFiles(_folder.Path).ShouldBe([FileName]);
    }
}
