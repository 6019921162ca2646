namespace Centra.Storage;

/// <summary>
/// Which opt-out a command was answered with that found it entered already. Without this a repeat of the command would enter a new one, once
/// the first has been withdrawn.
/// </summary>
public static class OptOutAnswers
{
    /// <summary>Keeps an answer.</summary>
    public static Task KeepAsync(DbSession session, Guid operationId, string optOutId, DateTimeOffset at) => session.ExecuteAsync(
        "insert into opt_out_answer (operation_id, opt_out_id, answered_at) values ($1, $2, $3) on conflict do nothing",
        operationId.ToByteArray(), optOutId, at.ToUnixTimeMilliseconds());

    /// <summary>Forgets answers from before a moment; how many.</summary>
    public static Task<int> ForgetAsync(DbSession session, DateTimeOffset before) =>
        session.ExecuteAsync("delete from opt_out_answer where answered_at < $1", before.ToUnixTimeMilliseconds());
}
