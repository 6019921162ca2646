using System.Data.Common;

namespace Centra.Storage;

/// <summary>The record of looks at identifiable data.</summary>
public static class Looks
{
    /// <summary>Adds looks. Whoever calls this hands out nothing before it is committed.</summary>
    public static Task AddAsync(DbSession session, LookRow look, IReadOnlyList<Key128> patients)
    {
        const string insert = "insert into look (at, who, role, practice_id, purpose, fields, break_glass, patient) ";
        var rows = patients.Count;
        return Bulk.ExecuteAsync(session, insert + "values ($1, $2, $3, $4, $5, $6, nullif($7, ''), $8)",
            insert + "select a, w, r, p, u, f, nullif(b, ''), t from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[]) as x(a, w, r, p, u, f, b, t)",
            Repeat(look.At), Repeat(look.Who), Repeat(look.Role), Repeat(look.PracticeId), Repeat(look.Purpose), Repeat(look.Fields), Repeat(look.BreakGlass ?? ""),
            patients.Select(patient => patient.ToArray()).ToArray());

        T[] Repeat<T>(T value) => [.. Enumerable.Repeat(value, rows)];
    }

    /// <summary>Looks, newest first, below a number.</summary>
    public static Task<List<LookRow>> ListAsync(DbSession session, LookFilter filter, long below, int most) => session.QueryAsync(
        Sql(filter), Read, below, filter.Who ?? "", filter.PracticeId ?? "", filter.Purpose ?? "", filter.Patient?.ToArray() ?? [], filter.From, filter.To, filter.BreakGlass ?? "", (long)most);

    // A time that leaves nothing out would have all looks sorted that there ever were.
    internal static string Sql(LookFilter filter) =>
        "select look_no, at, who, role, practice_id, patient, purpose, fields, break_glass from look where look_no < $1 "
        + $"and {Conditions.Of("who", "$2", filter.Who is { Length: > 0 })} and {Conditions.Of("practice_id", "$3", filter.PracticeId is { Length: > 0 })} and ($4 = '' or purpose = $4) "
        + $"and {(filter.Patient is null ? "length($5) = 0" : "patient = $5")} and {Conditions.Between("at", "$6", "$7", filter.From, filter.To)} "
        + $"and {Conditions.Of("break_glass", "$8", filter.BreakGlass is { Length: > 0 })} order by look_no desc limit $9";

    /// <summary>Removes looks of before a time, some at once; how many.</summary>
    public static Task<int> ForgetAsync(DbSession session, long before, int most) => session.ExecuteAsync(
        "delete from look where look_no in (select look_no from look where at < $1 order by at limit $2)", before, (long)most);

    private static LookRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), Key128.From(row.GetFieldValue<byte[]>(5)),
        row.GetString(6), row.GetString(7), row.TextOrNull(8));
}

/// <summary>A look: who saw which fields of whom, for what. Times are Unix milliseconds.</summary>
public sealed record LookRow(
    long LookNo, long At, string Who, string Role, string PracticeId, Key128 Patient, string Purpose, string Fields, string? BreakGlass);

/// <summary>Which looks. What is null is not asked about.</summary>
public sealed record LookFilter(string? Who, string? PracticeId, string? Purpose, Key128? Patient, string? BreakGlass, long From, long To);
