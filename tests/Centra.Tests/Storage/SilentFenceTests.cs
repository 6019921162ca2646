using Centra.Storage;
using Centra.Testing;
using Npgsql;

namespace Centra.Tests.Storage;

/// <summary>Somebody who hangs while holding the fence, as a silo on a machine that was suspended does.</summary>
public sealed class SilentFenceTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Fence_OfSomebodyWhoIsSilent_GoesToTheNextAndNothingOfTheFirstIsKept()
    {
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        await using var database = new PostgresDatabase(NpgsqlDataSource.Create(await server.CreateDatabaseAsync()), Silence);
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create table noted (what text)"));
        var (holds, hangs) = (new TaskCompletionSource(), new TaskCompletionSource());
        var silent = database.WriteAsync(Fence.Exclusive, async session =>
        {
            await session.ExecuteAsync("insert into noted values ('silent')");
            holds.SetResult();
            await hangs.Task;
            return 0;
        });
        await holds.Task;

        await database.WriteAsync(Fence.Shared, session => session.ExecuteAsync("insert into noted values ('next')"));
        hangs.SetResult();

        // Refused or not known, by whether the client sees the server's word before it sees that the connection is gone.
        await Should.ThrowAsync<Exception>(silent);
        (await database.ReadAsync(session => session.QueryAsync("select what from noted", row => row.GetString(0)))).ShouldBe(["next"]);
    }
}
