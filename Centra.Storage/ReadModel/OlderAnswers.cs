namespace Centra.Storage;

/// <summary>Answers of commands for which the records of grains have no room.</summary>
public static class OlderAnswers
{
    private const string Insert = "insert into older_answer (stream, command_id, content, at, answer) values ($1, $2, $3, $4, $5) on conflict do nothing";

    /// <summary>Keeps an answer; again, it changes nothing.</summary>
    public static Task<int> KeepAsync(DbSession session, OlderAnswer answer) =>
        session.ExecuteAsync(Insert, answer.Stream, answer.CommandId.ToString(), answer.Content, answer.At.ToUnixTimeMilliseconds(), answer.Answer);

    /// <summary>The answer of a command, or null.</summary>
    public static Task<OlderAnswer?> FindAsync(DbSession session, string stream, Guid commandId) => session.FindAsync(
        "select content, at, answer from older_answer where stream = $1 and command_id = $2",
        row => new OlderAnswer(stream, commandId, row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2)), stream, commandId.ToString());

    /// <summary>Forgets what was answered before a time; how many.</summary>
    public static Task<int> ForgetAsync(DbSession session, DateTimeOffset before) =>
        session.ExecuteAsync("delete from older_answer where at < $1", before.ToUnixTimeMilliseconds());
}

/// <summary>An answer.</summary>
/// <param name="Stream">The grain's key.</param>
/// <param name="CommandId">The command.</param>
/// <param name="Content">SHA-256 of the command, hex.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Answer">The answer as JSON.</param>
public sealed record OlderAnswer(string Stream, Guid CommandId, string Content, DateTimeOffset At, string Answer)
{
    /// <summary>Only which.</summary>
    public override string ToString() => CommandId.ToString();
}
