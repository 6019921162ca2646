namespace Centra.Storage;

/// <summary>
/// What changes about credentials while many try at once, as single statements: counting failures in memory and saving later would let
/// attempts that run beside each other count as one. Each also renews the concurrency stamp, so that a save that began before fails.
/// </summary>
public sealed class Credentials(ReadStore read, IdSource ids, TimeProvider clock)
{
    /// <summary>Failures after which a user is locked out.</summary>
    public const int MostFailures = 5;

    /// <summary>How long.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What a presented token or cookie is compared with on every request; null where there is no such user.</summary>
    public Task<SessionFacts?> SessionAsync(string userId) => read.Database.ReadAsync(session => session.FindAsync(
        "select security_stamp, must_change_password, lockout_end, display_name from app_user where id = $1",
        row => new SessionFacts(row.GetString(0), row.GetInt64(1) == 1, row.NumberOrNull(2) > Now, row.GetString(3)), userId));

    /// <summary>Counts a failure; the last one that is allowed locks the user out. During a lockout nothing is counted.</summary>
    public Task CountFailureAsync(string userId) => read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
        "update app_user set lockout_end = case when access_failed_count + 1 >= $2 then $3 else lockout_end end, "
        + "access_failed_count = case when access_failed_count + 1 >= $2 then 0 else access_failed_count + 1 end, concurrency_stamp = $4 "
        + "where id = $1 and (lockout_end is null or lockout_end <= $5)",
        userId, (long)MostFailures, Now + (long)Lockout.TotalMilliseconds, Stamp(), Now));

    /// <summary>Takes a right password: false where the user is locked out. Forgets the failures.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="totpStep">The time step of the code that came with it; a step that was taken before is refused. Null without a second factor.</param>
    public async Task<bool> TakeAsync(string userId, long? totpStep) => await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
        "update app_user set access_failed_count = 0, totp_step = case when $3 > 0 then $3 else totp_step end, concurrency_stamp = $4 "
        + "where id = $1 and (lockout_end is null or lockout_end <= $2) and ($3 = 0 or totp_step < $3)",
        userId, Now, totpStep ?? 0, Stamp())) == 1;

    /// <summary>Ends a lockout.</summary>
    public Task UnlockAsync(string userId) => read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
        "update app_user set access_failed_count = 0, lockout_end = null, concurrency_stamp = $2 where id = $1", userId, Stamp()));

    /// <summary>Notes an attempt to sign in.</summary>
    public Task NoteAsync(string? userId, string outcome, string address) => read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
        "insert into sign_in (at, user_id, outcome, address) values ($1, nullif($2, ''), $3, $4)", Now, userId ?? "", outcome, address));

    private string Stamp() => Convert.ToHexStringLower(ids.Bytes(16));
}

/// <summary>What a session is compared with.</summary>
/// <param name="SecurityStamp">Renewed whenever all sessions are to end.</param>
/// <param name="MustChangePassword">Whether the password is a one-time one.</param>
/// <param name="IsLockedOut">Whether sign-ins failed too often.</param>
/// <param name="DisplayName">What the person is called on screens.</param>
public sealed record SessionFacts(string SecurityStamp, bool MustChangePassword, bool IsLockedOut, string DisplayName)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(SessionFacts);
}
