using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly WriterFile _file = new();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task Work_ThatWaitsTogether_SharesOneCommit()
    {
        var (held, release) = await _file.HoldAsync();
        var works = Enumerable.Range(0, 100).Select(number => _file.AddAsync(number)).ToList();

        release.Set();
        await held;
        await Task.WhenAll(works);

        _file.Numbers().Count.ShouldBe(100);
        _file.Commits.ShouldBe(2);
    }

    [Fact]
    public async Task Error_InOnePieceOfAGroup_UndoesThatPieceOnly()
    {
        var (held, release) = await _file.HoldAsync();
        var before = _file.AddAsync(1);
        var failing = _file.Writer.RunAsync<int>(Fence.None, async session =>
        {
            await session.ExecuteAsync("insert into number values (2)");
            throw new InvalidOperationException("no");
        }, TestContext.Current.CancellationToken);
        var breaking = _file.AddAsync(1);
        var after = _file.AddAsync(3);

        release.Set();
        await Task.WhenAll(held, before, after);

        (await Should.ThrowAsync<InvalidOperationException>(() => failing)).Message.ShouldBe("no");
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => breaking);
        _file.Numbers().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Statement_ThatFailsInAGroup_UndoesItselfOnly()
    {
        var (held, release) = await _file.HoldAsync();
        var before = _file.AddAsync(1);
        var failing = StatementAsync("insert into number values (2), (1), (3)");
        var after = StatementAsync("insert into number values (4)");

        release.Set();
        await Task.WhenAll(held, before, after);

        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => failing);
        _file.Numbers().ShouldBe([1, 4]);
        _file.Commits.ShouldBe(2);
    }

    private Task<int> StatementAsync(string sql) =>
        _file.Writer.RunAsync(Fence.None, session => session.ExecuteAsync(sql), TestContext.Current.CancellationToken, isOneStatement: true);

    [Fact]
    public async Task Wait_CancelledBeforeItsTurn_IsNotRun()
    {
        var (held, release) = await _file.HoldAsync();
        using var source = new CancellationTokenSource();
        var cancelled = _file.AddUnlessAsync(1, Fence.None, source.Token);
        var other = _file.AddAsync(2);

        await source.CancelAsync();
        release.Set();
        await Task.WhenAll(held, other);

        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        _file.Numbers().ShouldBe([2]);
    }

    [Fact]
    public async Task OptOut_ThatComesDuringIngest_WaitsForOnePieceOfIt()
    {
        var (held, release) = await _file.HoldAsync();
        var order = new List<int>();
        List<Task<int>> works = [Add(1, Fence.Shared), Add(2, Fence.Shared), Add(3, Fence.Sweep)];

        release.Set();
        await held;
        await Task.WhenAll(works);

        order.ShouldBe([3, 1, 2]);
        _file.Commits.ShouldBe(4);

        Task<int> Add(int number, Fence fence) => _file.Writer.RunAsync(fence, session =>
        {
            order.Add(number);
            return session.ExecuteAsync("insert into number values ($1)", number);
        }, CancellationToken.None);
    }

    [Fact]
    public async Task ExclusiveWork_AmongOther_GoesFirstAndAlone()
    {
        var (held, release) = await _file.HoldAsync();
        var order = new List<int>();
        var works = new[] { (1, Fence.None), (2, Fence.Shared), (3, Fence.Exclusive), (4, Fence.Exclusive) }
            .Select(work => _file.Writer.RunAsync(work.Item2, session =>
            {
                order.Add(work.Item1);
                return session.ExecuteAsync("insert into number values ($1)", work.Item1);
            }, CancellationToken.None)).ToList();

        release.Set();
        await held;
        await Task.WhenAll(works);

        order.ShouldBe([3, 4, 1, 2]);
        _file.Commits.ShouldBe(5);
    }

    [Theory]
    [InlineData(Fence.None)]
    [InlineData(Fence.Shared)]
    [InlineData(Fence.Exclusive)]
    public async Task Error_InWorkThatIsAlone_UndoesItWholly(Fence fence)
    {
        var failing = _file.Writer.RunAsync<int>(fence, async session =>
        {
            await session.ExecuteAsync("insert into number values (1)");
            return await Bulk.ExecuteAsync(session, "insert into number values ($1)", "", new[] { 2L, 3, 1 });
        }, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => failing);
        await _file.AddAsync(4);

        _file.Numbers().ShouldBe([4]);
    }

    [Fact]
    public async Task FencedWork_BehindOther_DoesNotShareItsCommit()
    {
        var (held, release) = await _file.HoldAsync();
        List<Task<int>> works = [_file.AddAsync(1), _file.AddAsync(2), _file.AddAsync(3, Fence.Shared), _file.AddAsync(4)];

        release.Set();
        await held;
        await Task.WhenAll(works);

        _file.Numbers().ShouldBe([1, 2, 3, 4]);
        _file.Commits.ShouldBe(4);
    }

    [Fact]
    public async Task BeforeCommit_ThatFails_CommitsNothingOfItsWork()
    {
        var work = _file.Writer.RunAsync(Fence.Exclusive, async session =>
        {
            session.BeforeCommit(() => throw new IOException("journal full"));
            return await session.ExecuteAsync("insert into number values (1)");
        }, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<IOException>(() => work);

        _file.Numbers().ShouldBeEmpty();
    }

    [Fact]
    public async Task BeforeCommit_OfWork_RunsAfterItsStatementsAndBeforeOthersSeeThem()
    {
        List<int> seen = [-1];

        await _file.Writer.RunAsync(Fence.Exclusive, async session =>
        {
            session.BeforeCommit(() =>
            {
                seen = _file.Numbers();
                return Task.CompletedTask;
            });
            return await session.ExecuteAsync("insert into number values (1)");
        }, TestContext.Current.CancellationToken);

        seen.ShouldBeEmpty();
        _file.Numbers().ShouldBe([1]);
    }

    [Fact]
    public async Task Work_ThatAwaitsAnythingElse_IsRefusedAsABug()
    {
        var never = new TaskCompletionSource<int>();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            _file.Writer.RunAsync(Fence.None, _ => never.Task, TestContext.Current.CancellationToken));

        (await _file.AddAsync(1)).ShouldBe(1);
    }
}
