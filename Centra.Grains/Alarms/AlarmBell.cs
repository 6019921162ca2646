using Centra.Storage;
using Microsoft.Extensions.Logging;

namespace Centra.Alarms;

/// <summary>Tells officers that something has to be looked at: once a day for the same matter. Texts hold nothing identifiable.</summary>
public sealed partial class AlarmBell(ReadStore store, TimeProvider clock, ILogger<AlarmBell> log)
{
    /// <summary>Rings.</summary>
    /// <param name="kind">What sort of matter.</param>
    /// <param name="practiceId">The practice concerned; null: none.</param>
    /// <param name="text">One or two sentences.</param>
    public async Task RingAsync(AlarmKind kind, string? practiceId, string text)
    {
        var now = clock.GetUtcNow();
        var id = $"{kind}-{practiceId}-{now:yyyyMMdd}";
        var rung = await store.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into alarm (alarm_id, kind, practice_id, at, text) values ($1, $2, $3, $4, $5) on conflict (alarm_id) do nothing",
            id, kind.ToString(), practiceId, now.ToUnixTimeMilliseconds(), text));
        if (rung > 0)
            LogRung(kind, practiceId);
    }

    [LoggerMessage(1, LogLevel.Warning, "Alarm {Kind} for practice {PracticeId}")]
    private partial void LogRung(AlarmKind kind, string? practiceId);
}

/// <summary>What officers are told of.</summary>
public enum AlarmKind
{
    /// <summary>Never rung.</summary>
    None = 0,

    /// <summary>A job withheld more than twice the share that the practice's earlier jobs did.</summary>
    WithheldRateDoubled = 1,

    /// <summary>A practice screened many variants of a person who opted out.</summary>
    IdentityIsProbed = 2,

    /// <summary>The mail server has not taken messages for more than a day.</summary>
    MailIsStuck = 3,

    /// <summary>The scanner for malicious software refused a document.</summary>
    UploadIsInfected = 4,

    /// <summary>The data of a practice that leaves could not be erased for a day.</summary>
    ErasureIsStuck = 5,
}
