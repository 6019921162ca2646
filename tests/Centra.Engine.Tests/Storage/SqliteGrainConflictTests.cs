using Centra.Engine.Tests.Grains;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Engine.Tests.Storage;

/// <summary>Who wins when two write: the one who had read the last write.</summary>
public sealed class SqliteGrainConflictTests : IAsyncLifetime
{
    private const string State = "test-state";
    private static readonly GrainId Id = GrainId.Create("state", "test/one");

    private StateFile _file = null!;

    public async ValueTask InitializeAsync() => _file = await StateFile.CreateAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task FirstWrites_OfManyAtOnce_LetOneIn()
    {
        var writes = Enumerable.Range(0, 50).Select(number => TryWriteAsync(null, number)).ToList();

        var won = await Task.WhenAll(writes);

        won.Count(one => one).ShouldBe(1);
        (await ReadAsync()).ETag.ShouldBe("1");
    }

    [Fact]
    public async Task Writes_WithOneETag_LetOneIn()
    {
        (await TryWriteAsync(null, 0)).ShouldBeTrue();

        var won = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => TryWriteAsync("1", number)));

        won.Count(one => one).ShouldBe(1);
        (await ReadAsync()).ETag.ShouldBe("2");
    }

    [Fact]
    public async Task Conflict_InAGroupOfWrites_HarmsNoOther()
    {
        (await TryWriteAsync(null, 0)).ShouldBeTrue();
        var others = Enumerable.Range(0, 20).Select(number => (Id: GrainId.Create("state", $"test/other/{number}"), Number: number)).ToList();

        var won = await Task.WhenAll([TryWriteAsync("9", 1), .. others.Select(other => TryWriteAsync(null, other.Number, other.Id)), TryWriteAsync(null, 2)]);

        won.ShouldBe([false, .. others.Select(_ => true), false]);
    }

    [Fact]
    public async Task Write_AfterAClearingThatItDidNotSee_IsRefused()
    {
        (await TryWriteAsync(null, 1)).ShouldBeTrue();
        var clearing = await ReadAsync();
        await _file.Storage.ClearStateAsync(State, Id, clearing);

        (await TryWriteAsync("1", 2)).ShouldBeFalse();
        (await TryWriteAsync(null, 2)).ShouldBeFalse();

        (clearing.ETag, clearing.RecordExists, clearing.State).ShouldBe(("2", false, new StateRecord()));
        (await TryWriteAsync("2", 3)).ShouldBeTrue();
    }

    [Fact]
    public async Task Clear_WithAnOldETag_IsRefused()
    {
        (await TryWriteAsync(null, 1)).ShouldBeTrue();
        var old = await ReadAsync();
        (await TryWriteAsync("1", 2)).ShouldBeTrue();

        await Should.ThrowAsync<InconsistentStateException>(() => _file.Storage.ClearStateAsync(State, Id, old));

        (await ReadAsync()).State!.Number.ShouldBe(2);
    }

    private async Task<GrainState<StateRecord>> ReadAsync()
    {
        var read = new GrainState<StateRecord>();
        await _file.Storage.ReadStateAsync(State, Id, read);
        return read;
    }

    private async Task<bool> TryWriteAsync(string? etag, int number, GrainId? id = null)
    {
        try
        {
            await _file.Storage.WriteStateAsync(State, id ?? Id, new GrainState<StateRecord>(new StateRecord { Number = number }, etag));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
