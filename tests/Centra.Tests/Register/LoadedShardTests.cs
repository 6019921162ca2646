using Centra.Register;
using Centra.Storage;
using Centra.Testing;
using Centra.Tests.Storage;

namespace Centra.Tests.Register;

public sealed class SqliteLoadedShardTests : LoadedShardContract<SqliteKind>;

public sealed class PostgresLoadedShardTests : LoadedShardContract<PostgresKind>;

/// <summary>A shard in memory follows the register, however many there are of it and however long they slept.</summary>
public abstract class LoadedShardContract<TKind>() : StorageContract<TKind>("vault")
    where TKind : DatabaseKind, new()
{
    private static readonly ShardLayout Layout = new(0);

    [Fact]
    public async Task TwoActivations_OfOneShard_AnswerAlikeOnceCaughtUp()
    {
        using var folder = new TempFolder();
        await using var register = await TestRegister.OpenAsync(Database);
        var (stale, busy) = (await LoadAsync(folder), await LoadAsync(folder));
        for (var ordinal = 1; ordinal <= 5; ordinal++)
        {
            await register.EnterAsync(ordinal, 100 + ordinal, 7);
            (await busy.CatchUpAsync(Database)).ShouldBeTrue();
        }

        Find(stale, 7).ShouldBeEmpty();
        stale.Sequence.ShouldBe(0);
        (await stale.CatchUpAsync(Database)).ShouldBeTrue();

        stale.Sequence.ShouldBe(5);
        Find(stale, 7).ShouldBe(Find(busy, 7), ignoreOrder: true);
        Find(stale, 7).Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Shard_FromItsSnapshot_ReadsTheRowsAboveIt()
    {
        using var folder = new TempFolder();
        await using var register = await TestRegister.OpenAsync(Database);
        await register.EnterAsync(1, 10);
        Snapshots(folder).Save(0, (await LoadAsync(folder)).State);
        await register.EnterAsync(2, 11);

        var shard = await LoadAsync(folder);

        (shard.Sequence, Find(shard, 10).Single(), Find(shard, 11).Single()).ShouldBe((2, 1, 2));
    }

    [Fact]
    public async Task Snapshot_OfAHistoryThatWasLost_IsNotUsed()
    {
        using var folder = new TempFolder();
        await using (var lost = await TestRegister.OpenAsync((await OtherVaultAsync())))
        {
            await lost.EnterAsync(1, 10);
            await lost.EnterAsync(2, 11);
            Snapshots(folder).Save(0, (await LoadedShard.LoadAsync(_other!, Layout, Snapshots(folder), 0)).State);
        }
        await using var register = await TestRegister.OpenAsync(Database);
        await register.EnterAsync(1, 10);
        await register.EnterAsync(2, 22);
        await register.EnterAsync(3, 23);

        var shard = await LoadAsync(folder);

        Find(shard, 22).ShouldBe([2]);
        Find(shard, 11).ShouldBeEmpty();
    }

    [Fact]
    public async Task Shard_OfAnEpochThatIsNoLongerInForce_HasToBeLoadedAnew()
    {
        using var folder = new TempFolder();
        await using var register = await TestRegister.OpenAsync(Database);
        await register.EnterAsync(1, 10);
        var shard = await LoadAsync(folder);
        Snapshots(folder).Save(0, shard.State);

        await register.AppendAsync(new EpochBegun(2));
        (await shard.CatchUpAsync(Database)).ShouldBeTrue();
        await register.AppendAsync(new EpochSwitched(2));

        (await shard.CatchUpAsync(Database)).ShouldBeFalse();
        (await LoadAsync(folder)).State.Epochs.ShouldBe([2]);
    }

    [Fact]
    public async Task Shard_LoadedWhileTwoEpochsAreInForce_IsCompleteForTheFirstOnly()
    {
        using var folder = new TempFolder();
        await using var register = await TestRegister.OpenAsync(Database);
        await register.AppendAsync(new EpochBegun(2));

        (await LoadAsync(folder)).State.Epochs.ShouldBe([1]);
    }

    [Fact]
    public async Task Shard_ThatGrew_IsKeptWhileItLives_AndNotForEveryRow()
    {
        using var folder = new TempFolder();
        using var snapshots = new ShardSnapshot(folder.Path, "register", Layout) { RowsWorthSaving = 3 };
        await using var register = await TestRegister.OpenAsync(Database);
        var shard = await LoadAsync(folder);
        var kept = new List<bool>();
        for (var ordinal = 1; ordinal <= 7; ordinal++)
        {
            await register.EnterAsync(ordinal, 100 + ordinal);
            await shard.CatchUpAsync(Database);
            kept.Add(await snapshots.KeepAsync(0, shard));
        }

        kept.ShouldBe([false, false, true, false, false, true, false]);
        var saved = snapshots.Load(0, head: 7)!;
        (saved.Sequence, saved.Table.Count).ShouldBe((6, 6));
        (await LoadAsync(folder)).Table.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Snapshot_StaysAsItWasTaken_WhileTheShardGoesOn()
    {
        using var folder = new TempFolder();
        await using var register = await TestRegister.OpenAsync(Database);
        await register.EnterAsync(1, 10);
        var shard = await LoadAsync(folder);

        var taken = shard.TakeSnapshot();
        await register.EnterAsync(2, Enumerable.Range(11, 2_000).Select(token => (long)token).ToArray());
        await shard.CatchUpAsync(Database);

        (taken.Sequence, taken.Table.Count, shard.Table.Count).ShouldBe((1, 1, 2_001));
        Snapshots(folder).Save(0, taken);
        (await LoadAsync(folder)).Table.Count.ShouldBe(2_001);
    }

    private IDatabase? _other;

    private async Task<IDatabase> OtherVaultAsync()
    {
        _other = (await new SqliteKind().NewAsync())();
        await Migrator.MigrateAsync(_other, "vault", 0);
        return _other;
    }

    private Task<LoadedShard> LoadAsync(TempFolder folder) => LoadedShard.LoadAsync(Database, Layout, Snapshots(folder), 0);

    private static ShardSnapshot Snapshots(TempFolder folder) => new(folder.Path, "register", Layout);

    private static List<long> Find(LoadedShard shard, long token)
    {
        var hits = new List<ShardHit>();
        shard.Table.Find(new Key128((UInt128)token), 0, hits);
        return [.. hits.Select(hit => hit.Ordinal)];
    }
}
