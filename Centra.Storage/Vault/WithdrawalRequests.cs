using System.Data.Common;

namespace Centra.Storage;

/// <summary>Requests that opt-outs be withdrawn.</summary>
public static class WithdrawalRequests
{
    private const string Columns = "request_id, command_id, opt_out_id, practice_id, reason, epochs, tokens, comparators, form_sha256, requested_by, "
        + "requested_at, confirmed_by, confirmed_at, withdrawn, declined_by, declined_at, declined_why";

    internal const string OfOptOut = $"select {Columns} from withdrawal_request where opt_out_id = $1 and practice_id = coalesce($2, practice_id) order by requested_at, request_id";

    /// <summary>Keeps a request; the first one of the same command.</summary>
    public static async Task<WithdrawalRequestRow> KeepAsync(DbSession session, WithdrawalRequestRow row)
    {
        await session.ExecuteAsync(
            $"insert into withdrawal_request ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, null, null, null) on conflict do nothing",
            row.RequestId, row.CommandId.ToByteArray(), row.OptOutId, row.PracticeId, (long)row.Reason, row.Epochs, row.Tokens, row.Comparators,
            row.FormSha256, row.RequestedBy, row.RequestedAt, row.ConfirmedBy, row.ConfirmedAt, row.Withdrawn);
        return (await FindAsync(session, row.CommandId))!;
    }

    /// <summary>The request of a command, or null.</summary>
    public static Task<WithdrawalRequestRow?> FindAsync(DbSession session, Guid commandId) =>
        session.FindAsync($"select {Columns} from withdrawal_request where command_id = $1", Read, commandId.ToByteArray());

    /// <summary>One request, or null.</summary>
    public static Task<WithdrawalRequestRow?> FindAsync(DbSession session, string requestId) =>
        session.FindAsync($"select {Columns} from withdrawal_request where request_id = $1", Read, requestId);

    /// <summary>Requests that wait for an officer, oldest first.</summary>
    public static Task<List<WithdrawalRequestRow>> OpenAsync(DbSession session, int most) => session.QueryAsync(
        $"select {Columns} from withdrawal_request where confirmed_at is null and declined_at is null order by requested_at limit $1", Read, (long)most);

    /// <summary>Confirms a request and forgets the identity it held.</summary>
    public static Task ConfirmAsync(DbSession session, string requestId, string by, long at, string withdrawn) => session.ExecuteAsync(
        "update withdrawal_request set confirmed_by = $2, confirmed_at = $3, withdrawn = $4, tokens = null, comparators = null where request_id = $1",
        requestId, by, at, withdrawn);

    /// <summary>Declines a request and forgets the identity it held.</summary>
    public static Task DeclineAsync(DbSession session, string requestId, string by, long at, string why) => session.ExecuteAsync(
        "update withdrawal_request set declined_by = $2, declined_at = $3, declined_why = $4, tokens = null, comparators = null where request_id = $1",
        requestId, by, at, why);

    /// <summary>What was asked about an opt-out, oldest first: by one practice, or by all.</summary>
    public static Task<List<WithdrawalRequestRow>> OfOptOutAsync(DbSession session, string optOutId, string? practiceId) => session.QueryAsync(
        OfOptOut, Read, optOutId, practiceId);

    private static WithdrawalRequestRow Read(DbDataReader row) => new(
        row.GetString(0), new Guid(row.GetFieldValue<byte[]>(1)), row.GetString(2), row.GetString(3), (WithdrawalReason)row.GetInt64(4), row.GetString(5),
        row.BytesOrNull(6), row.BytesOrNull(7), row.BytesOrNull(8), row.GetString(9), row.GetInt64(10), row.TextOrNull(11), row.NumberOrNull(12), row.GetString(13))
    {
        DeclinedBy = row.TextOrNull(14),
        DeclinedAt = row.NumberOrNull(15),
        DeclinedWhy = row.TextOrNull(16),
    };
}

/// <summary>A request that an opt-out be withdrawn.</summary>
public sealed record WithdrawalRequestRow(
    string RequestId, Guid CommandId, string OptOutId, string PracticeId, WithdrawalReason Reason, string Epochs, byte[]? Tokens, byte[]? Comparators,
    byte[]? FormSha256, string RequestedBy, long RequestedAt, string? ConfirmedBy, long? ConfirmedAt, string Withdrawn)
{
    /// <summary>The officer who declined it.</summary>
    public string? DeclinedBy { get; init; }

    /// <summary>When.</summary>
    public long? DeclinedAt { get; init; }

    /// <summary>Why.</summary>
    public string? DeclinedWhy { get; init; }

    /// <summary>Whether it waits for an officer.</summary>
    public bool IsOpen => ConfirmedAt is null && DeclinedAt is null;

    /// <summary>Only the id.</summary>
    public override string ToString() => RequestId;
}
