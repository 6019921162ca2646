using Centra.Alarms;
using Centra.Storage;
using Microsoft.Extensions.Logging;

namespace Centra.Notifications;

/// <summary>
/// Sends what is due, at least once: a crash between sending and noting it has the same Message-ID sent again. What was not taken is tried again
/// with growing pauses, for ever; after a day officers are told.
/// </summary>
public sealed partial class Posting(ReadStore read, IPostbox postbox, AlarmBell bell, TimeProvider clock, ILogger<Posting> log)
{
    private const int AtOnce = 200;
    private const double LongestPauseMinutes = 240;
    private static readonly TimeSpan Stuck = TimeSpan.FromHours(24);

    /// <summary>Sends; how many e-mails were taken.</summary>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow();
        var due = await read.Database.ReadAsync(session => DueAsync(session, now));
        var sent = 0;
        foreach (var mail in due.Where(one => !one.IsDaily).Select(one => new[] { one }).Concat(due.Where(one => one.IsDaily).GroupBy(one => one.UserId).Select(group => group.ToArray())))
            sent += await TrySendAsync(mail) ? 1 : 0;
        return sent;
    }

    private async Task<bool> TrySendAsync(DueMessage[] messages)
    {
        try
        {
            if (messages[0].Address is not null)
                await postbox.SendAsync(Digests.Of(messages));
        }
        catch (Exception error)
        {
            LogNotTaken(messages[0].MessageId, error.GetType().Name);
            await NoteAsync(messages, isSent: false);
            if (clock.GetUtcNow() - messages[0].At > Stuck)
                await bell.RingAsync(AlarmKind.MailIsStuck, null, "E-mail has not been taken by the mail server for more than a day; it goes on being tried.");
            return false;
        }
        await NoteAsync(messages, isSent: true);
        return messages[0].Address is not null;
    }

    // Somebody without an address has the message in their inbox; there is nothing to send.
    private Task NoteAsync(DueMessage[] messages, bool isSent) => read.Database.WriteAsync(Fence.None, async session =>
    {
        var now = clock.GetUtcNow();
        foreach (var message in messages)
            await (isSent
                ? session.ExecuteAsync("update message set sent_at = $2, next_at = null, attempts = attempts + 1, body = case when template = $3 then '' else body end where message_id = $1", message.MessageId, now.ToUnixTimeMilliseconds(), Letters.Template)
                : session.ExecuteAsync("update message set next_at = $2, attempts = attempts + 1 where message_id = $1", message.MessageId, (now + Pause(message.Attempts)).ToUnixTimeMilliseconds()));
        return messages.Length;
    });

    private static TimeSpan Pause(long attempts) => TimeSpan.FromMinutes(Math.Min(LongestPauseMinutes, Math.Pow(2, Math.Min(attempts, 10))));

    private static Task<List<DueMessage>> DueAsync(DbSession session, DateTimeOffset now) => session.QueryAsync(
        "select m.message_id, m.user_id, u.email, m.subject, m.body, m.at, m.attempts, case when m.template = $3 then 0 else coalesce(c.is_daily, 0) end from message m left join app_user u on u.id = m.user_id "
        + "left join message_choice c on c.user_id = m.user_id where m.next_at <= $1 order by m.next_at, m.message_id limit $2",
        row => new DueMessage(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), row.GetInt64(6), row.GetInt64(7) == 1),
        now.ToUnixTimeMilliseconds(), (long)AtOnce, Letters.Template);

    // Neither an address nor what the server said, which may quote one.
    [LoggerMessage(1, LogLevel.Warning, "Message {Message} was not taken by the mail server: {Error}")]
    private partial void LogNotTaken(string message, string error);
}
