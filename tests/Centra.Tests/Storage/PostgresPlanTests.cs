using System.Security.Cryptography;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

/// <summary>How PostgreSQL goes about rows by their keys while nobody has analysed a table that grew.</summary>
public sealed class PostgresPlanTests
{
    private const string Promises = "select id_hash, copy_id from copy_promise where id_hash = any($1)";

    [Fact]
    public async Task TwoHundredKeys_InATableThatGrew_AreFoundByIndex()
    {
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        using var folder = new TempFolder();
        await using var storage = await CentraStorage.OpenAsync(new StorageSettings { DataFolder = folder.Path, Postgres = await server.CreateDatabaseAsync() }, TimeProvider.System);
        var database = storage.Vault.Database;
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into copy_promise (id_hash, patient_no, copy_id) select sha256(int8send(n)), n, sha256(int8send(-n)) from generate_series(1::bigint, 12000) n"));

        (await PlanAsync(database, "select 1")).ShouldContain("copy_promise_pkey");
        (await PlanAsync(database, "set local random_page_cost = 4")).ShouldContain("Seq Scan", customMessage: "so the server would do by itself");
    }

    private static Task<string> PlanAsync(IDatabase database, string before) => database.ReadAsync(async session =>
    {
        await session.ExecuteAsync(before);
        byte[][] keys = [.. Enumerable.Range(0, 200).Select(n => SHA256.HashData(BitConverter.GetBytes(n)))];
        return string.Join('\n', await session.QueryAsync($"explain {Promises}", row => row.GetString(0), (object)keys));
    });
}
