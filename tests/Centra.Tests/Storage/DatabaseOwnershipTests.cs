using Centra.Storage;
using Centra.Testing;
using Npgsql;

namespace Centra.Tests.Storage;

/// <summary>One process alone, or silos of one cluster.</summary>
public class DatabaseOwnershipTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task Database_ThatAnotherHas_IsTakenBySilosOfAClusterOnly(bool first, bool second, bool isTaken)
    {
        var database = await DatabaseAsync();
        await using var one = await TakeAsync(database, first);
        if (isTaken)
            await (await TakeAsync(database, second)).DisposeAsync();
        else
            (await Should.ThrowAsync<StorageUnavailableException>(() => TakeAsync(database, second))).Message.ShouldContain("the database of Centra__Postgres");
    }

    [Fact]
    public async Task Database_WhoseProcessEnded_IsTakenByTheNext()
    {
        var database = await DatabaseAsync();
        await (await TakeAsync(database, false)).DisposeAsync();

        await using var next = await DatabaseOwnership.TakeAsync(database, false, TimeProvider.System, TimeSpan.FromSeconds(10));
        (await HoldersAsync(database)).ShouldBe(1);
    }

    [Fact]
    public async Task Connection_ThatBroke_IsMadeAgain_AndTheDatabaseIsHeld()
    {
        var database = await DatabaseAsync();
        await using var owner = await TakeAsync(database, false);

        await AskAsync(database, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'centra owner' and datname = current_database()");

        for (var asked = 0; asked < 200 && await HoldersAsync(database) == 0; asked++)
            await Task.Delay(50, Stop);
        await Should.ThrowAsync<StorageUnavailableException>(() => TakeAsync(database, false));
        owner.TakenOver.IsCompleted.ShouldBeFalse();
    }

    private static Task<DatabaseOwnership> TakeAsync(string database, bool isShared) => DatabaseOwnership.TakeAsync(database, isShared, TimeProvider.System, TimeSpan.Zero);

    private static async Task<string> DatabaseAsync()
    {
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        return await server.CreateDatabaseAsync();
    }

    private static Task<long> HoldersAsync(string database) =>
        AskAsync(database, "select count(*) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.granted and a.application_name = 'centra owner' and a.datname = current_database()");

    private static async Task<long> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop) is long number ? number : 0;
    }
}
