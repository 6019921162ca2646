using Centra.Alarms;
using Centra.Storage;
using Microsoft.Extensions.Logging;

namespace Centra.Notifications;

/// <summary>
/// Sends what is due, at least once: a crash between sending and noting it has the same Message-ID sent again. What was not taken is tried again
/// with growing pauses, for ever; after a day officers are told. A run ends after five hundred e-mails or twenty seconds; while the server takes any, the next
/// follows a second later.
/// </summary>
public sealed partial class Posting(ReadStore read, IPostbox postbox, AlarmBell bell, TimeProvider clock, ILogger<Posting> log)
{
    private const int MostInARun = 500;
    private const int SideBySide = 8;
    private const double LongestPauseMinutes = 240;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Stuck = TimeSpan.FromHours(24);

    private enum Outcome
    {
        NotTaken,
        NothingToSend,
        Taken,
    }

    /// <summary>Whether the last run ended at its bound, with a server that takes e-mail.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Sends; how many e-mails were taken.</summary>
    public async Task<int> RunAsync()
    {
        var (begun, sent) = (clock.GetTimestamp(), 0);
        for (HasMore = false; !HasMore;)
        {
            var due = await DueMessages.ReadAsync(read, clock.GetUtcNow());
            var outcomes = await SendAsync(due, begun);
            sent += outcomes.Count(outcome => outcome is Outcome.Taken);
            if (outcomes.TrueForAll(outcome => outcome is Outcome.NotTaken))
                break;
            HasMore = sent >= MostInARun || IsOver(begun);
        }
        return sent;
    }

    private bool IsOver(long begun) => clock.GetElapsedTime(begun) > LongestRun;

    private async Task<List<Outcome>> SendAsync(List<DueMessage[]> due, long begun)
    {
        var outcomes = new List<Outcome>();
        foreach (var some in due.Chunk(SideBySide).TakeWhile(_ => outcomes.Count == 0 || !IsOver(begun)))
        {
            var answers = await Task.WhenAll(some.Select(TrySendAsync));
            await NoteAsync(some.Zip(answers, (messages, outcome) => (messages, outcome is not Outcome.NotTaken)));
            outcomes.AddRange(answers);
        }
        return outcomes;
    }

    private async Task<Outcome> TrySendAsync(DueMessage[] messages)
    {
        try
        {
            if (messages[0].Address is not null)
                await postbox.SendAsync(Digests.Of(messages));
        }
        catch (Exception error)
        {
            LogNotTaken(messages[0].MessageId, error.GetType().Name);
            if (clock.GetUtcNow() - messages[0].At > Stuck)
                await bell.RingAsync(AlarmKind.MailIsStuck, null, "E-mail has not been taken by the mail server for more than a day; it goes on being tried.");
            return Outcome.NotTaken;
        }
        return messages[0].Address is null ? Outcome.NothingToSend : Outcome.Taken;
    }

    // Together: a commit for each would be as many waits for the disk. Somebody without an address has the message in their inbox; there is nothing to send.
    private Task NoteAsync(IEnumerable<(DueMessage[] Messages, bool IsSent)> tried) => read.Database.WriteAsync(Fence.None, async session =>
    {
        foreach (var (messages, isSent) in tried)
            await NoteAsync(session, messages, isSent);
        return true;
    });

    private async Task NoteAsync(DbSession session, DueMessage[] messages, bool isSent)
    {
        var now = clock.GetUtcNow();
        foreach (var message in messages)
            await (isSent
                ? session.ExecuteAsync("update message set sent_at = $2, next_at = null, attempts = attempts + 1, body = case when template = $3 then '' else body end where message_id = $1", message.MessageId, now.ToUnixTimeMilliseconds(), Letters.Template)
                : session.ExecuteAsync("update message set next_at = $2, attempts = attempts + 1 where message_id = $1", message.MessageId, (now + Pause(message.Attempts)).ToUnixTimeMilliseconds()));
    }

    private static TimeSpan Pause(long attempts) => TimeSpan.FromMinutes(Math.Min(LongestPauseMinutes, Math.Pow(2, Math.Min(attempts, 10))));

    // Neither an address nor what the server said, which may quote one.
    [LoggerMessage(1, LogLevel.Warning, "Message {Message} was not taken by the mail server: {Error}")]
    private partial void LogNotTaken(string message, string error);
}
