using Centra.Storage;
using Centra.Testing;
using Microsoft.Data.Sqlite;

namespace Centra.Tests.Storage;

/// <summary>SQLite's log, which nobody who writes stops for.</summary>
public sealed class SqliteLogTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Log_WhileWritesGoOnAndOn_BeginsAnewAgainAndAgain()
    {
        using var folder = new TempFolder();
        await using var database = new SqliteDatabase(folder.File("rows.db"));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create table row (number integer primary key, content blob)"));

        for (var number = 0; number < 200; number++)
            await AddAsync(database, number);

        new FileInfo(folder.File("rows.db-wal")).Length.ShouldBeLessThan(100 * Megabyte);
        (await CountAsync(database)).ShouldBe(200);
    }

    [Fact]
    public async Task Log_WhileAReaderStillNeedsIt_IsLeftAsItIs()
    {
        using var folder = new TempFolder();
        await using var database = new SqliteDatabase(folder.File("rows.db"));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create table row (number integer primary key, content blob)"));
        await AddAsync(database, 0);

        var seen = await database.ReadAsync(async session =>
        {
            var before = await session.NumberAsync("select count(*) from row");
            for (var number = 1; number < 50; number++)
                await AddAsync(database, number);
            return (Before: before, After: await session.NumberAsync("select count(*) from row where length(content) = 1048576"));
        });

        seen.ShouldBe((1, 1));
        (await CountAsync(database)).ShouldBe(50);
    }

    // The writer has nothing to do with it: it is called once, before anything is copied.
    [Fact]
    public async Task Log_OfManyPages_IsCopiedBesideTheWriter()
    {
        using var folder = new TempFolder();
        using var connections = new SqliteConnections(folder.File("rows.db"));
        await using var writer = connections.OpenWriter();
        await ExecuteAsync(writer, "create table row (content blob)");
        await ExecuteAsync(writer, "insert into row values (zeroblob(1048576))");

        await using (var log = new SqliteLog(connections, many: 100))
            log.Written(writer.Handle!);

        new FileInfo(folder.File("rows.db")).Length.ShouldBeGreaterThan(Megabyte);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static Task<int> AddAsync(IDatabase database, int number) =>
        database.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into row values ($1, zeroblob(1048576))", (long)number));

    private static Task<long> CountAsync(IDatabase database) =>
        database.ReadAsync(session => session.NumberAsync("select count(*) from row where length(content) = 1048576"));
}
