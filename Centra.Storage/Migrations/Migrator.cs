using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// Brings a database to the schema that this build knows: every script of a part that it has not seen, in order, each once, all in
/// one transaction. Two processes that start at once do it one after the other.
/// </summary>
public static class Migrator
{
    // "MIGRATE" in ASCII.
    private const long MigrationLock = 0x4D494752415445;

    /// <summary>Runs what is missing. Refuses a database that a newer build, or a script changed afterwards, has written.</summary>
    public static Task MigrateAsync(IDatabase database, string part, long nowUnixMs) =>
        database.WriteAsync(Fence.None, async session =>
        {
            await PrepareAsync(session);
            var done = await session.QueryAsync("select version, checksum from schema_version where part = $1 order by version",
                row => (Version: row.GetInt64(0), Checksum: row.GetString(1)), part);
            var scripts = MigrationScript.Of(part, session.Dialect);
            if (done.Count > scripts.Count)
                throw new SchemaMismatchException($"The {part} database has schema version {done.Count}, this build knows {scripts.Count}. Start the newer build.");
            for (var i = 0; i < scripts.Count; i++)
            {
                var checksum = Checksum(scripts[i].Text);
                if (i >= done.Count)
                    await ApplyAsync(session, part, i + 1, scripts[i], checksum, nowUnixMs);
                else if (done[i].Checksum != checksum)
                    throw new SchemaMismatchException($"Script {i + 1} of the {part} database is not the one that was run on it.");
            }
            return true;
        });

    private static async Task PrepareAsync(DbSession session)
    {
        if (session.Dialect is Dialect.Postgres)
            await session.ExecuteAsync("select pg_advisory_xact_lock($1)", MigrationLock);
        await session.ExecuteAsync("create table if not exists schema_version (part text not null, version bigint not null, name text not null, "
            + "checksum text not null, applied_at bigint not null, primary key (part, version))");
    }

    private static async Task ApplyAsync(DbSession session, string part, int version, MigrationScript script, string checksum, long now)
    {
        await session.ExecuteAsync(script.Text);
        await session.ExecuteAsync("insert into schema_version (part, version, name, checksum, applied_at) values ($1, $2, $3, $4, $5)",
            part, (long)version, script.Name, checksum, now);
    }

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The database was written by another build than this one.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);
