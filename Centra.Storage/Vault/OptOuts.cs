using System.Data.Common;

namespace Centra.Storage;

/// <summary>Reads what the register keeps of opt-outs. Writing goes through operations only.</summary>
public static class OptOuts
{
    private const string Columns = "ordinal, opt_out_id, practice_id, form_date, received_at, enforced_at, asked_by, form_sha256, reference, "
        + "rules_version, sequence, comparators, receipt, withdrawn_by, token_set";

    private const string Newest = "received_at >= $1 and received_at < $2 and (received_at, ordinal) < ($3, $4) order by received_at desc, ordinal desc limit $5";

    internal const string OfAll = $"select {Columns} from opt_out where {Newest}";

    internal const string Withdrawn = "select count(*) from opt_out where withdrawn_by is not null";

    internal const string OfPractice = $"select {Columns} from opt_out where practice_id = $6 and {Newest}";

    /// <summary>Opt-outs in force by ordinal.</summary>
    public static Task<List<OptOutRow>> InForceAsync(DbSession session, IReadOnlyCollection<long> ordinals)
    {
        const string sql = $"select {Columns} from opt_out where withdrawn_by is null and ordinal = ";
        return Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ordinals.ToArray(), Read);
    }

    /// <summary>One by its id, or null.</summary>
    public static Task<OptOutRow?> FindAsync(DbSession session, string optOutId) =>
        session.FindAsync($"select {Columns} from opt_out where opt_out_id = $1", Read, optOutId);

    /// <summary>One by its ordinal, or null.</summary>
    public static Task<OptOutRow?> FindAsync(DbSession session, long ordinal) =>
        session.FindAsync($"select {Columns} from opt_out where ordinal = $1", Read, ordinal);

    /// <summary>The practice's opt-out in force with exactly these tokens, or null.</summary>
    public static Task<OptOutRow?> SameAsync(DbSession session, string practiceId, byte[] tokenSet) => session.FindAsync(
        $"select {Columns} from opt_out where practice_id = $1 and token_set = $2 and withdrawn_by is null order by ordinal limit 1", Read, practiceId, tokenSet);

    /// <summary>Opt-outs, the latest received first, from beyond the one of an ordinal; an ordinal that there never was begins the list.</summary>
    public static async Task<List<OptOutRow>> PageAsync(DbSession session, OptOutFilter filter, long beyond, int most)
    {
        (long At, long Ordinal) last = await session.QueryAsync("select received_at from opt_out where ordinal = $1", row => row.GetInt64(0), beyond) is [var at] ? (at, beyond) : (long.MaxValue, long.MaxValue);
        return filter.PracticeId is { } practice
            ? await session.QueryAsync(OfPractice, Read, filter.From, filter.To, last.At, last.Ordinal, (long)most, practice)
            : await session.QueryAsync(OfAll, Read, filter.From, filter.To, last.At, last.Ordinal, (long)most);
    }

    /// <summary>How many are in force: ordinals have no gaps, and an opt-out stays when it ends.</summary>
    public static async Task<long> InForceAsync(DbSession session) => await LastOrdinalAsync(session) - await session.NumberAsync(Withdrawn);

    /// <summary>The ordinal that the next opt-out gets.</summary>
    public static async Task<long> NextOrdinalAsync(DbSession session) => await LastOrdinalAsync(session) + 1;

    /// <summary>The highest ordinal: how many opt-outs there ever were, near enough for the prior of a match.</summary>
    public static Task<long> LastOrdinalAsync(DbSession session) => session.NumberAsync("select max(ordinal) from opt_out");

    private static OptOutRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetInt64(4), row.GetInt64(5), (int)row.GetInt64(6),
        row.BytesOrNull(7), row.GetString(8), (int)row.GetInt64(9), row.GetInt64(10), row.GetFieldValue<byte[]>(11), row.GetString(12), row.NumberOrNull(13),
        row.GetFieldValue<byte[]>(14));
}

/// <summary>Which opt-outs.</summary>
/// <param name="PracticeId">Of this practice; null: of all.</param>
/// <param name="From">Received at this time or later, Unix milliseconds.</param>
/// <param name="To">Received before this time.</param>
public sealed record OptOutFilter(string? PracticeId, long From = 0, long To = long.MaxValue);

/// <summary>An opt-out as the register keeps it.</summary>
public sealed record OptOutRow(
    long Ordinal, string OptOutId, string PracticeId, string? FormDate, long ReceivedAt, long EnforcedAt, int AskedBy, byte[]? FormSha256,
    string Reference, int RulesVersion, long Sequence, byte[] Comparators, string Receipt, long? WithdrawnBy, byte[] TokenSet)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => OptOutId;
}
