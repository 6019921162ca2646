using Centra.Engine.Tests.Grains;
using Centra.Storage;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Engine.Tests.Storage;

public sealed class SqliteGrainStorageTests : IAsyncLifetime
{
    private const string State = "test-state";
    private static readonly GrainId Id = GrainId.Create("state", "test/one");

    private StateFile _file = null!;

    public async ValueTask InitializeAsync() => _file = await StateFile.CreateAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task Read_OfNothing_GivesTheDefaultsOfTheType()
    {
        var read = await ReadAsync();

        read.State.ShouldBe(new StateRecord());
        read.ETag.ShouldBeNull();
        read.RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Read_OfNothingForATypeWithoutConstructor_GivesItsEmptyInstance()
    {
        var read = new GrainState<NumberRecord>();

        await _file.Storage.ReadStateAsync(State, Id, read);

        read.State.ShouldBe(new NumberRecord(0, null));
    }

    [Fact]
    public async Task Write_AndRead_AcrossAReopening_GivesTheSame()
    {
        var written = new GrainState<StateRecord>(new StateRecord { Text = "Zoë <b>", Number = 7, Tags = ["a", "b"] });
        await _file.Storage.WriteStateAsync(State, Id, written);
        await _file.ReopenAsync();

        var read = await ReadAsync();

        (read.ETag, read.RecordExists).ShouldBe((written.ETag, true));
        (read.State!.Text, read.State.Number).ShouldBe(("Zoë <b>", 7));
        read.State.Tags.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Commit_WhoseOutcomeIsUnknown_SurfacesAsThat()
    {
        var storage = new SqliteGrainStorage(new UncertainDatabase(_file.Database));

        await Should.ThrowAsync<CommitOutcomeUnknownException>(() =>
            storage.WriteStateAsync(State, Id, new GrainState<StateRecord>(new StateRecord { Number = 1 })));
    }

    [Fact]
    public async Task Modified_AfterAClearing_StillGrows()
    {
        (await TryWriteAsync(null, 1)).ShouldBeTrue();
        var checkpoint = await LastModifiedAsync(0);
        await _file.Storage.ClearStateAsync(State, Id, await ReadAsync());
        var cleared = await LastModifiedAsync(checkpoint);
        (await TryWriteAsync(null, 1, GrainId.Create("state", "test/two"))).ShouldBeTrue();

        var next = await LastModifiedAsync(cleared);

        checkpoint.ShouldBeLessThan(cleared);
        cleared.ShouldBeLessThan(next);
        (await _file.Storage.ModifiedSinceAsync(next, 10, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await _file.Storage.ModifiedSinceAsync(0, 1, TestContext.Current.CancellationToken))
            .ShouldBe([new ModifiedGrain(State, "test/one", cleared)]);
    }

    private async Task<long> LastModifiedAsync(long after) =>
        (await _file.Storage.ModifiedSinceAsync(after, 10, TestContext.Current.CancellationToken))[^1].Modified;

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

    private sealed record NumberRecord(int Number, string? Text);
}
