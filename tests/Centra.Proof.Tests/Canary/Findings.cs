using Centra.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Centra.Proof.Canary;

/// <summary>Goes through everything that is stored and tells where a mark stands.</summary>
internal static class Findings
{
    /// <summary>Every byte of every file of a folder, the files that databases write ahead included.</summary>
    public static async Task<List<string>> InFilesAsync(ByteScan scan, string folder)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
            found.AddRange(scan.In(await ReadAsync(path)).Select(mark => $"{Path.GetRelativePath(folder, path)}: {mark}"));
        return found;
    }

    /// <summary>Every column of every table of the SQLite files of a folder: there a value is in one piece, whatever page it lies on.</summary>
    public static async Task<List<string>> InTablesAsync(ByteScan scan, string folder)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.db"))
        {
            await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync();
            var session = new DbSession(connection, null, Dialect.Sqlite);
            foreach (var table in await session.QueryAsync("select name from sqlite_master where type = 'table'", row => row.GetString(0)))
                found.AddRange((await InTableAsync(scan, session, table)).Select(text => $"{Path.GetFileName(path)} {text}"));
        }
        return found;
    }

    /// <summary>The same of a PostgreSQL database.</summary>
    public static async Task<List<string>> InPostgresAsync(ByteScan scan, string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var session = new DbSession(connection, null, Dialect.Postgres);
        var found = new List<string>();
        foreach (var table in await session.QueryAsync("select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'", row => row.GetString(0)))
            found.AddRange(await InTableAsync(scan, session, table));
        return found;
    }

    private static async Task<List<string>> InTableAsync(ByteScan scan, DbSession session, string table)
    {
        var rows = await session.QueryAsync($"select * from \"{table}\"", row => Enumerable.Range(0, row.FieldCount)
            .Select(at => (Column: row.GetName(at), Value: row.GetValue(at))).ToList());
        return [.. rows.SelectMany(row => row).SelectMany(cell => scan.In(Bytes(cell.Value)).Select(mark => $"{table}.{cell.Column}: {mark}")).Distinct()];
    }

    private static byte[] Bytes(object value) => value as byte[]
        ?? System.Text.Encoding.UTF8.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return bytes[..await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
