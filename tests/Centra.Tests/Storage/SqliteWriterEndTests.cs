using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class SqliteWriterEndTests : IAsyncDisposable
{
    private readonly WriterFile _file = new();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task Dispose_WithWorkWaiting_RunsItFirst()
    {
        var (held, release) = await _file.HoldAsync();
        var works = Enumerable.Range(0, 10).Select(number => _file.AddAsync(number)).ToList();

        var disposing = _file.Writer.DisposeAsync();
        release.Set();
        await disposing;

        await Task.WhenAll(works);
        await held;
        _file.Numbers().Count.ShouldBe(10);
    }

    [Fact]
    public async Task Work_AfterDispose_IsRefused()
    {
        await _file.Writer.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => _file.AddAsync(1));
    }

    [Fact]
    public async Task Writer_WhoseConnectionBreaks_FailsWhatWaitsAndWhatComes()
    {
        var (held, release) = await _file.HoldAsync();
        var breaking = _file.Writer.RunAsync(Fence.None, async session =>
        {
            await session.Connection.DisposeAsync();
            return 0;
        }, TestContext.Current.CancellationToken);
        var waiting = _file.AddAsync(1);
        var urgent = _file.AddAsync(2, Fence.Exclusive);

        release.Set();
        await held;

        await Should.ThrowAsync<Exception>(() => breaking);
        await Should.ThrowAsync<Exception>(() => waiting);
        (await urgent).ShouldBe(1);
        await Should.ThrowAsync<StorageUnavailableException>(() => _file.AddAsync(3));
    }
}
