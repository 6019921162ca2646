using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class SqliteMigratorTests() : MigratorContract<SqliteKind>("vault", "keys", "read", "journal", "state");

public sealed class PostgresMigratorTests() : MigratorContract<PostgresKind>("vault", "keys", "read", "journal", "orleans");

/// <summary>Schemas come about once, whoever starts, and another build's schema is refused.</summary>
public abstract class MigratorContract<TKind>(params string[] parts)
    where TKind : DatabaseKind, new()
{
    [Fact]
    public async Task Migrate_ByTwoProcessesAtOnce_RunsEveryScriptOnce()
    {
        var open = await new TKind().NewAsync();
        await using var first = open();
        await using var second = open();

        await Task.WhenAll(parts.SelectMany(part => new[] { first, second }.Select(database => Task.Run(() => Migrator.MigrateAsync(database, part, 5)))));

        var versions = await first.ReadAsync(session => session.QueryAsync("select part, version from schema_version", row => (row.GetString(0), row.GetInt64(1))));
        versions.Select(version => version.Item1).Distinct().Order().ShouldBe(parts.Order());
        versions.Count(version => version.Item1 == "vault").ShouldBe(MigrationScript.Of("vault", first.Dialect).Count);
    }

    [Fact]
    public async Task Migrate_SchemaOfANewerBuild_IsRefused()
    {
        await using var database = (await new TKind().NewAsync())();
        await Migrator.MigrateAsync(database, "vault", 5);
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into schema_version values ('vault', 999, 'later', 'x', 6)"));

        (await Should.ThrowAsync<SchemaMismatchException>(() => Migrator.MigrateAsync(database, "vault", 7))).Message.ShouldContain("Start the newer build");
    }

    [Fact]
    public async Task Migrate_AfterAScriptWasChanged_IsRefused()
    {
        await using var database = (await new TKind().NewAsync())();
        await Migrator.MigrateAsync(database, "vault", 5);
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("update schema_version set checksum = 'another' where version = 2"));

        (await Should.ThrowAsync<SchemaMismatchException>(() => Migrator.MigrateAsync(database, "vault", 7))).Message.ShouldContain("Script 2");
    }

    [Fact]
    public async Task Migrate_ThatFails_LeavesNothing()
    {
        await using var database = (await new TKind().NewAsync())();
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create table exemption (x int)"));

        await Should.ThrowAsync<System.Data.Common.DbException>(() => Migrator.MigrateAsync(database, "vault", 5));

        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("drop table exemption"));
        await Migrator.MigrateAsync(database, "vault", 5);
    }
}
