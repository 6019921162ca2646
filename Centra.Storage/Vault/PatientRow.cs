using System.Data.Common;

namespace Centra.Storage;

/// <summary>A patient's row. Everything that could name the patient is in <see cref="Content"/>, encrypted under the patient's own key.</summary>
public sealed record PatientRow(
    long PatientNo,
    string PracticeId,
    Key128 IdHash,
    PatientStatus Status,
    long KeyNo,
    byte[]? Content,
    Key128? ContentHash,
    long? LastUpdated,
    long JobNo,
    long BatchNo,
    byte[]? Tokens,
    string Epochs,
    int RulesVersion,
    byte[]? Pseudonym)
{
    internal const string Columns =
        "p.patient_no, p.practice_id, p.id_hash, p.status, p.key_no, p.content, p.content_hash, p.last_updated, p.job_no, p.batch_no, p.tokens, p.epochs, p.rules_version, p.pseudonym";

    internal static PatientRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), Key128.From(row.GetFieldValue<byte[]>(2)), (PatientStatus)row.GetInt64(3), row.GetInt64(4),
        row.BytesOrNull(5), row.BytesOrNull(6) is { } hash ? Key128.From(hash) : null, row.NumberOrNull(7), row.GetInt64(8), row.GetInt64(9),
        row.BytesOrNull(10), row.GetString(11), (int)row.GetInt64(12), row.BytesOrNull(13));

    /// <summary>Only the number.</summary>
    public override string ToString() => $"patient {PatientNo}";
}
