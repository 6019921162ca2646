using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

public sealed class SqliteFenceTests : FenceContract<SqliteKind>
{
    // The writer thread takes one piece of work after the other; a piece may block it but await nothing.
    protected override Task PauseAsync(Task until)
    {
        ((IAsyncResult)until).AsyncWaitHandle.WaitOne();
        return Task.CompletedTask;
    }

    protected override Task WaitForWaiterAsync() => Task.CompletedTask;
}

public sealed class PostgresFenceTests : FenceContract<PostgresKind>
{
    protected override Task PauseAsync(Task until) => until;

    protected override async Task WaitForWaiterAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Database.NumberAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted "
            + "and database = (select oid from pg_database where datname = current_database())") == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
    }

    [Fact]
    public async Task Shared_BesideShared_DoesNotWait()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = WriteAsync(async session =>
        {
            begun.SetResult();
            await release.Task;
            return await session.NumberAsync("select 1");
        });
        await begun.Task;

        (await WriteAsync(session => session.NumberAsync("select 1")).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(1);

        release.SetResult();
        await first;
    }
}

/// <summary>The fence: who waited for another sees what the other wrote. Everything that keeps opted-out people out rests on it.</summary>
public abstract class FenceContract<TKind>() : StorageContract<TKind>("vault")
    where TKind : DatabaseKind, new()
{
    private static readonly RegisterToken Token = new(new Key128(42), 1);

    [Theory]
    [InlineData(Fence.Shared)]
    [InlineData(Fence.Exclusive)]
    [InlineData(Fence.Sweep)]
    public async Task Transaction_ThatWaitedBehindAnOptOut_SeesItsTokens(Fence fence)
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var optOut = Database.WriteAsync(Fence.Exclusive, async session =>
        {
            begun.SetResult();
            await PauseAsync(release.Task);
            return await session.ExecuteAsync("insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, 1, 1, 1)", Token.Token.ToArray());
        });
        await begun.Task;

        var ingest = Database.WriteAsync(fence, session => RegisterTokens.AboveAsync(session, 0));
        await WaitForWaiterAsync();
        release.SetResult();

        await optOut;
        (await ingest).ShouldBe([Token]);
    }

    [Fact]
    public async Task OptOut_ThatWaitedBehindAnIngest_SeesItsPatients()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ingest = Database.WriteAsync(Fence.Shared, async session =>
        {
            begun.SetResult();
            await PauseAsync(release.Task);
            return await Patients.InsertAsync(session, Rows.Patient(1, tokens: 10), 5);
        });
        await begun.Task;

        var optOut = Database.WriteAsync(Fence.Exclusive, session => Patients.CandidatesAsync(session, [new Key128(10).ToArray()]));
        await WaitForWaiterAsync();
        release.SetResult();

        var number = await ingest;
        (await optOut).Select(row => row.PatientNo).ShouldBe([number]);
    }

    [Fact]
    public async Task Failure_InsideTheFence_LeavesNothingAndLetsTheNextOneIn()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Database.WriteAsync<int>(Fence.Exclusive, async session =>
        {
            await session.ExecuteAsync("insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, 1, 1, 1)", Token.Token.ToArray());
            throw new InvalidOperationException("no");
        }));

        (await Database.WriteAsync(Fence.Shared, session => RegisterTokens.AboveAsync(session, 0))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_SeesOneMoment()
    {
        await using var other = Open();
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reading = Task.Run(() => Database.ReadAsync(async session =>
        {
            var before = await session.NumberAsync("select count(*) from opt_out_token");
            begun.SetResult();
            await PauseAsync(release.Task);
            return (before, await session.NumberAsync("select count(*) from opt_out_token"));
        }));
        await begun.Task;
        await other.WriteAsync(Fence.Exclusive, session => session.ExecuteAsync("insert into opt_out_token (token, ordinal, epoch, sequence) values ($1, 1, 1, 1)", Token.Token.ToArray()));
        release.SetResult();

        (await reading).ShouldBe((0, 0));
    }

    protected abstract Task PauseAsync(Task until);

    protected abstract Task WaitForWaiterAsync();
}
