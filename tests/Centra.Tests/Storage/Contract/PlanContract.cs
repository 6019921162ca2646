using System.Text.RegularExpressions;
using Centra.Storage;

namespace Centra.Tests.Storage;

/// <summary>How a database goes about a statement, as it says itself.</summary>
public abstract class PlanContract<TKind>(string part) : StorageContract<TKind>(part)
    where TKind : DatabaseKind, new()
{
    /// <summary>Its plan goes by this index, and through no table.</summary>
    /// <param name="index">A pattern of its name.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="isInOrder">Whether the index is there for its order.</param>
    protected async Task GoesByAsync(string index, string sql, bool isInOrder = false)
    {
        var plan = await ReadAsync(session => session.Dialect is Dialect.Sqlite ? SqliteAsync(session, sql) : PostgresAsync(session, sql, isInOrder));
        var all = string.Join('\n', plan);

        plan.ShouldContain(step => Regex.IsMatch(step, $@"\b{index}(\b|\?)"), all);
        plan.ShouldNotContain(step => Regex.IsMatch(step, @"^SCAN \w+$|Seq Scan"), all);
    }

    // What a parameter holds has no say in a plan of SQLite's.
    private static Task<List<string>> SqliteAsync(DbSession session, string sql) =>
        session.QueryAsync($"explain query plan {sql}", row => row.GetString(3), [.. Enumerable.Repeat<object?>(1L, Parameters(sql))]);

    // PostgreSQL would read through tables as small as these: it is told not to.
    private static async Task<List<string>> PostgresAsync(DbSession session, string sql, bool isInOrder)
    {
        var name = $"p{Math.Abs(sql.GetHashCode(StringComparison.Ordinal))}";
        await session.ExecuteAsync($"set enable_seqscan = off; set enable_sort = {(isInOrder ? "off" : "on")}; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set plan_cache_mode = force_generic_plan");
        await session.ExecuteAsync($"prepare {name} as {sql}");
        var given = Parameters(sql) is > 0 and var count ? $"({string.Join(", ", Enumerable.Repeat("null", count))})" : "";
        return await session.QueryAsync($"explain execute {name}{given}", row => row.GetString(0));
    }

    private static int Parameters(string sql) => Regex.Matches(sql, @"\$(\d+)").Select(found => int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Append(0).Max();
}
