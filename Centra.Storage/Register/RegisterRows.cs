namespace Centra.Storage;

/// <summary>The rows that every operation has in common: the operation itself, with its journal line, and the head.</summary>
internal static class RegisterRows
{
    public static async Task WriteAsync(DbSession session, RegisterOperation operation, string receipt, RegisterHead head, JournalLine line)
    {
        await RegisterApply.ApplyAsync(session, operation, receipt);
        await session.ExecuteAsync(
            "insert into register_operation (sequence, operation_id, kind, opt_out_id, digest, line) values ($1, $2, $3, $4, $5, $6)",
            operation.Sequence, operation.OperationId.ToByteArray(), Kind(operation.Body), (operation.Body as OptOutEntered)?.OptOutId, head.Digest, line.Box);
        await head.SaveAsync(session);
    }

    /// <summary>The journal line of an operation, as the database keeps it.</summary>
    public static Task<List<JournalLine>> LinesAsync(DbSession session, long above, int most) => session.QueryAsync(
        "select sequence, line from register_operation where sequence > $1 order by sequence limit $2",
        row => new JournalLine(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), above, (long)most);

    /// <summary>The digest after an operation.</summary>
    public static Task<byte[]?> DigestAsync(DbSession session, long sequence) => session.FindAsync(
        "select digest from register_operation where sequence = $1", row => row.GetFieldValue<byte[]>(0), sequence);

    private static long Kind(RegisterChange body) => body switch
    {
        OptOutEntered => 1,
        OptOutsWithdrawn => 2,
        TokensAdded => 3,
        PatientExempted => 4,
        EpochBegun => 5,
        EpochSwitched => 6,
        AuditCheckpoint => 7,
        _ => throw new InvalidOperationException($"{body.GetType().Name} has no number."),
    };
}
