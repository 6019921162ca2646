using System.Data.Common;

namespace Centra.Storage;

/// <summary>One clinical resource of a patient; its content is encrypted under the patient's key.</summary>
public sealed record ResourceRow(
    Key128 IdHash, long PatientNo, string Type, byte[] Content, Key128 ContentHash, long? LastUpdated, long JobNo, long BatchNo, byte[]? CopyId)
{
    internal const string Columns = "r.id_hash, r.patient_no, r.type, r.content, r.content_hash, r.last_updated, r.job_no, r.batch_no, r.copy_id";

    internal static ResourceRow Read(DbDataReader row) => new(
        Key128.From(row.GetFieldValue<byte[]>(0)), row.GetInt64(1), row.GetString(2), row.GetFieldValue<byte[]>(3),
        Key128.From(row.GetFieldValue<byte[]>(4)), row.NumberOrNull(5), row.GetInt64(6), row.GetInt64(7), row.BytesOrNull(8));

    /// <summary>Only the type.</summary>
    public override string ToString() => Type;
}

/// <summary>What has to be known of a stored resource before another version of it is written.</summary>
public sealed record ResourceHead(Key128 IdHash, long PatientNo, Key128 ContentHash, long? LastUpdated, long JobNo, long BatchNo, byte[]? CopyId);
