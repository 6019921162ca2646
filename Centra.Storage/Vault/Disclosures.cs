using System.Data.Common;

namespace Centra.Storage;

/// <summary>
/// Disclosures outside, kept by tokens of whom they are of, so that they can be accounted for when nothing else of the patient is left.
/// </summary>
public static class Disclosures
{
    private const string Columns = "d.disclosure_id, d.practice_id, d.patient, d.basis, d.order_sha256, d.content, d.proposed_by, d.proposed_at, "
        + "d.approved_by, d.approved_at, d.delivered_by, d.delivered_at";

    /// <summary>Keeps a proposal with its tokens; the first one of the same id.</summary>
    public static async Task KeepAsync(DbSession session, DisclosureRow row, IReadOnlyList<byte[]> tokens)
    {
        var kept = await session.ExecuteAsync(
            "insert into disclosure (disclosure_id, practice_id, patient, basis, order_sha256, content, proposed_by, proposed_at) "
            + "values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
            row.DisclosureId, row.PracticeId, row.Patient.ToArray(), row.Basis, row.OrderSha256, row.Content, row.ProposedBy, row.ProposedAt);
        if (kept == 0)
            return;
        await Bulk.ExecuteAsync(session, "insert into disclosure_token (token, disclosure_id) values ($1, $2) on conflict do nothing",
            "insert into disclosure_token (token, disclosure_id) select * from unnest($1::bytea[], $2::text[]) on conflict do nothing",
            tokens.ToArray(), Enumerable.Repeat(row.DisclosureId, tokens.Count).ToArray());
    }

    /// <summary>Removes disclosures whose last step was before a time, with their tokens; how many. (Accounted for: six years, 45 CFR 164.528.)</summary>
    public static async Task<int> ForgetAsync(DbSession session, long before)
    {
        const string due = "select disclosure_id from disclosure where coalesce(delivered_at, approved_at, proposed_at) < $1";
        await session.ExecuteAsync($"delete from disclosure_token where disclosure_id in ({due})", before);
        return await session.ExecuteAsync($"delete from disclosure where disclosure_id in ({due})", before);
    }

    /// <summary>Removes why the glass was broken.</summary>
    public static Task<int> ForgetReasonAsync(DbSession session, string breakGlassId) => session.ExecuteAsync("delete from break_glass_reason where break_glass_id = $1", breakGlassId);

    /// <summary>One, or null.</summary>
    public static Task<DisclosureRow?> FindAsync(DbSession session, string disclosureId) =>
        session.FindAsync($"select {Columns} from disclosure d where d.disclosure_id = $1", Read, disclosureId);

    /// <summary>Notes who approved it.</summary>
    public static Task ApproveAsync(DbSession session, string disclosureId, string by, long at) => session.ExecuteAsync(
        "update disclosure set approved_by = $2, approved_at = $3 where disclosure_id = $1 and approved_at is null", disclosureId, by, at);

    /// <summary>Notes that its data leave now; false where they left before.</summary>
    public static async Task<bool> DeliverAsync(DbSession session, string disclosureId, string by, long at) => await session.ExecuteAsync(
        "update disclosure set delivered_by = $2, delivered_at = $3 where disclosure_id = $1 and approved_at is not null and delivered_at is null", disclosureId, by, at) == 1;

    /// <summary>Disclosures, oldest first, above a cursor.</summary>
    public static Task<List<DisclosureRow>> ListAsync(DbSession session, string practiceId, long aboveAt, string aboveId, int most) => session.QueryAsync(
        $"select {Columns} from disclosure d where (d.proposed_at > $1 or (d.proposed_at = $1 and d.disclosure_id > $2)) and ($3 = '' or d.practice_id = $3) "
        + "order by d.proposed_at, d.disclosure_id limit $4", Read, aboveAt, aboveId, practiceId, (long)most);

    /// <summary>Delivered disclosures of whoever has one of these tokens, since a moment, oldest first; of one practice, or of all (empty).</summary>
    public static async Task<List<DisclosureRow>> OfAsync(DbSession session, IReadOnlyList<byte[]> tokens, string practiceId, long since)
    {
        const string sql = $"select {Columns} from disclosure_token t join disclosure d on d.disclosure_id = t.disclosure_id where d.delivered_at is not null and t.token = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", tokens.ToArray(), Read);
        return [.. rows.Where(row => row.DeliveredAt >= since && (practiceId.Length == 0 || row.PracticeId == practiceId))
            .DistinctBy(row => row.DisclosureId).OrderBy(row => row.DeliveredAt)];
    }

    /// <summary>Keeps why somebody broke the glass; the first words of the same id.</summary>
    public static Task KeepReasonAsync(DbSession session, string breakGlassId, byte[] reason) => session.ExecuteAsync(
        "insert into break_glass_reason (break_glass_id, reason) values ($1, $2) on conflict do nothing", breakGlassId, reason);

    /// <summary>Why somebody broke the glass.</summary>
    public static Task<byte[]?> ReasonAsync(DbSession session, string breakGlassId) =>
        session.FindAsync("select reason from break_glass_reason where break_glass_id = $1", row => row.GetFieldValue<byte[]>(0), breakGlassId);

    private static DisclosureRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), Key128.From(row.GetFieldValue<byte[]>(2)), row.GetInt64(3), row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5),
        row.GetString(6), row.GetInt64(7), row.TextOrNull(8), row.NumberOrNull(9), row.TextOrNull(10), row.NumberOrNull(11));
}

/// <summary>A disclosure. Recipient, purpose and what it is of are encrypted in <see cref="Content"/>. Times are Unix milliseconds.</summary>
public sealed record DisclosureRow(
    string DisclosureId, string PracticeId, Key128 Patient, long Basis, byte[] OrderSha256, byte[] Content, string ProposedBy, long ProposedAt,
    string? ApprovedBy, long? ApprovedAt, string? DeliveredBy, long? DeliveredAt)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => DisclosureId;
}
