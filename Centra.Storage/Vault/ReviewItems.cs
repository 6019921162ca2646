using Centra.ReviewLane;
using System.Data.Common;

namespace Centra.Storage;

/// <summary>The review lane's rows.</summary>
public static class ReviewItems
{
    private const string Columns = "item_id, practice_id, patient_no, patient, ordinal, kind, state, pattern, opened_at, updated_at, expires_at, "
        + "question, asked_at, answer, answered_by, answered_at, proposed_by, decided_by, decided_at";

    private static readonly string[] Asked =
        ["state", "question", "asked_at", "answer", "answered_by", "answered_at", "proposed_by", "decided_by", "decided_at"];

    // Of a question that is open, about the identity that it was asked of, what was said so far stays.
    private const string Stays = "review_item.state in (1, 2) and $20 = 0";

    /// <summary>Opens an item, or refreshes the one of the same patient and opt-out.</summary>
    /// <param name="session">A fenced transaction.</param>
    /// <param name="row">The item as it is when new.</param>
    /// <param name="isAnother">Whether the identity in question has changed: then it is asked anew, though the time for it runs on.</param>
    public static Task OpenAsync(DbSession session, ReviewItemRow row, bool isAnother) => session.ExecuteAsync(
        $"insert into review_item ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) "
        + "on conflict (patient, ordinal) do update set patient_no = excluded.patient_no, pattern = excluded.pattern, updated_at = excluded.updated_at, "
        + "kind = excluded.kind, expires_at = case when review_item.state in (1, 2) then review_item.expires_at else excluded.expires_at end, "
        + string.Join(", ", Asked.Select(column => $"{column} = case when {Stays} then review_item.{column} else excluded.{column} end")),
        row.ItemId, row.PracticeId, row.PatientNo, row.Patient.ToArray(), row.Ordinal, (long)row.Kind, (long)row.State, row.Pattern, row.OpenedAt,
        row.UpdatedAt, row.ExpiresAt, (long)row.Question, row.AskedAt, (long)row.Answer, row.AnsweredBy, row.AnsweredAt, row.ProposedBy, row.DecidedBy, row.DecidedAt,
        isAnother ? 1L : 0L);

    /// <summary>Keeps what a command changed.</summary>
    public static Task SaveAsync(DbSession session, ReviewItemRow row) => session.ExecuteAsync(
        "update review_item set state = $2, updated_at = $3, question = $4, asked_at = $5, answer = $6, answered_by = $7, answered_at = $8, "
        + "proposed_by = $9, decided_by = $10, decided_at = $11 where item_id = $1",
        row.ItemId, (long)row.State, row.UpdatedAt, (long)row.Question, row.AskedAt, (long)row.Answer, row.AnsweredBy, row.AnsweredAt,
        row.ProposedBy, row.DecidedBy, row.DecidedAt);

    /// <summary>The patient is gone: what was undecided about it is moot.</summary>
    public static Task EndAsync(DbSession session, long patientNo, long now) => session.ExecuteAsync(
        "update review_item set state = $2, updated_at = $3 where patient_no = $1 and state in (1, 2)", patientNo, (long)ReviewState.Moot, now);

    /// <summary>One item, or null.</summary>
    public static Task<ReviewItemRow?> FindAsync(DbSession session, string itemId) =>
        session.FindAsync($"select {Columns} from review_item where item_id = $1", Read, itemId);

    /// <summary>The undecided items of a patient.</summary>
    public static Task<List<ReviewItemRow>> OpenOfPatientAsync(DbSession session, long patientNo) => session.QueryAsync(
        $"select {Columns} from review_item where patient_no = $1 and state in (1, 2) order by item_id", Read, patientNo);

    /// <summary>The items of opt-outs that nobody has decided: open, or expired.</summary>
    public static Task<List<ReviewItemRow>> UndecidedOfOptOutsAsync(DbSession session, IReadOnlyCollection<long> ordinals)
    {
        const string sql = $"select {Columns} from review_item where state in (1, 2, 5) and ordinal = ";
        return Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ordinals.ToArray(), Read);
    }

    /// <summary>Items in a state, oldest first, above a cursor; of one practice or of all (null).</summary>
    public static Task<List<ReviewItemRow>> ListAsync(DbSession session, ReviewState state, string? practiceId, string above, int most) => session.QueryAsync(
        ListSql(practiceId is not null), Read, (long)state, practiceId ?? "", above, (long)most);

    internal static string ListSql(bool ofPractice) =>
        $"select {Columns} from review_item where state = $1 and {Conditions.Of("practice_id", "$2", ofPractice)} and item_id > $3 order by item_id limit $4";

    /// <summary>Patients with undecided items, none of which has time left.</summary>
    public static Task<List<long>> ExpiredPatientsAsync(DbSession session, long now, int most) => session.QueryAsync(
        "select distinct i.patient_no from review_item i where i.state in (1, 2) and i.expires_at <= $1 and not exists "
        + "(select 1 from review_item j where j.patient_no = i.patient_no and j.state in (1, 2) and j.expires_at > $1) order by i.patient_no limit $2",
        row => row.GetInt64(0), now, (long)most);

    /// <summary>Whether an item of a patient has expired undecided.</summary>
    public static async Task<bool> HasExpiredAsync(DbSession session, long patientNo) =>
        await session.NumberAsync("select count(*) from review_item where patient_no = $1 and state = $2", patientNo, (long)ReviewState.Expired) > 0;

    /// <summary>Questions that wait for an answer of the practice that holds the form.</summary>
    public static Task<List<ReviewItemRow>> QuestionsForAsync(DbSession session, string practiceId, int most) => session.QueryAsync(
        $"select {string.Join(", ", Columns.Split(", ").Select(column => "i." + column))} from review_item i join opt_out o on o.ordinal = i.ordinal "
        + "where o.practice_id = $1 and i.state in (1, 2) and i.question = 1 and i.answer = 0 order by i.asked_at limit $2", Read, practiceId, (long)most);

    private static ReviewItemRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), Key128.From(row.GetFieldValue<byte[]>(3)), row.GetInt64(4), (ReviewKind)row.GetInt64(5),
        (ReviewState)row.GetInt64(6), row.GetString(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), (ReviewQuestion)row.GetInt64(11),
        row.NumberOrNull(12), (ReviewAnswer)row.GetInt64(13), row.TextOrNull(14), row.NumberOrNull(15), row.TextOrNull(16), row.TextOrNull(17), row.NumberOrNull(18));
}

/// <summary>An item of the review lane. The identity in question is the held patient's content.</summary>
public sealed record ReviewItemRow(
    string ItemId, string PracticeId, long PatientNo, Key128 Patient, long Ordinal, ReviewKind Kind, ReviewState State, string Pattern,
    long OpenedAt, long UpdatedAt, long ExpiresAt, ReviewQuestion Question, long? AskedAt, ReviewAnswer Answer, string? AnsweredBy, long? AnsweredAt,
    string? ProposedBy, string? DecidedBy, long? DecidedAt);
