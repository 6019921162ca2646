using System.Data.Common;

namespace Centra.Storage;

/// <summary>Rows of requests in plain statements, each compiled once: nearly every step of a request changes its row.</summary>
public static class RequestTable
{
    private const string Columns = "request_id, kind, parent_id, created_at, title, stage, stage_since, ball, submitted_at, notified_at, institution_id, committee_id, investigator_id, "
        + "investigator, ballot, is_sealed, paused, open_questions, due_at, ends_at, agreement_version, executed_sha256, words, place";

    private const string Insert = $"insert into request ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)";

    private const string Update = "update request set title = $2, stage = $3, stage_since = $4, ball = $5, submitted_at = $6, notified_at = $7, institution_id = $8, committee_id = $9, "
        + "investigator_id = $10, investigator = $11, ballot = $12, is_sealed = $13, paused = $14, open_questions = $15, due_at = $16, ends_at = $17, agreement_version = $18, "
        + "executed_sha256 = $19, words = $20, place = $21 where request_id = $1";

    /// <summary>A request's row, or null.</summary>
    public static Task<RequestRow?> FindAsync(DbSession session, string id) => session.FindAsync($"select {Columns} from request where request_id = $1", Read, id);

    /// <summary>Adds a row.</summary>
    public static Task<int> AddAsync(DbSession session, RequestRow row) => session.ExecuteAsync(Insert, [row.RequestId, row.Kind, row.ParentId, row.CreatedAt, .. Changing(row)]);

    /// <summary>Writes what may change of a row.</summary>
    public static Task<int> SaveAsync(DbSession session, RequestRow row) => session.ExecuteAsync(Update, [row.RequestId, .. Changing(row)]);

    private static object?[] Changing(RequestRow row) =>
    [
        row.Title, row.Stage, row.StageSince, row.Ball, row.SubmittedAt, row.NotifiedAt, row.InstitutionId, row.CommitteeId, row.InvestigatorId, row.Investigator, row.Ballot,
        row.IsSealed, row.Paused, row.OpenQuestions, row.DueAt, row.EndsAt, row.AgreementVersion, row.ExecutedSha256, row.Words, row.Place,
    ];

    private static RequestRow Read(DbDataReader row) => new()
    {
        RequestId = row.GetString(0), Kind = row.GetString(1), ParentId = row.TextOrNull(2), CreatedAt = row.GetInt64(3),
        Title = row.GetString(4), Stage = row.GetString(5), StageSince = row.GetInt64(6), Ball = row.GetString(7), SubmittedAt = row.NumberOrNull(8), NotifiedAt = row.NumberOrNull(9),
        InstitutionId = row.GetString(10), CommitteeId = row.TextOrNull(11), InvestigatorId = row.GetString(12), Investigator = row.GetString(13), Ballot = row.TextOrNull(14),
        IsSealed = row.GetInt64(15), Paused = row.TextOrNull(16), OpenQuestions = row.GetInt64(17), DueAt = row.NumberOrNull(18), EndsAt = row.NumberOrNull(19),
        AgreementVersion = row.GetInt64(20), ExecutedSha256 = row.TextOrNull(21), Words = row.GetString(22), Place = row.GetInt64(23),
    };
}
