using Microsoft.Extensions.Logging;

namespace Centra.Embedded;

/// <summary>What the engine logs: kinds of grains, never their keys, which may name a person's record.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Error, "A {GrainType} grain could not be activated.")]
    public static partial void ActivationFailed(ILogger log, string grainType, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "A {GrainType} grain failed to take its leave.")]
    public static partial void DeactivationFailed(ILogger log, string grainType, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "A timer of a {GrainType} grain failed; it ticks on.")]
    public static partial void TimerFailed(ILogger log, string grainType, Exception error);

    [LoggerMessage(4, LogLevel.Warning, "A {GrainType} grain failed on its reminder {Reminder}; it ticks on.")]
    public static partial void ReminderFailed(ILogger log, string grainType, string reminder, Exception error);

    [LoggerMessage(5, LogLevel.Error, "The stored reminders could not be read; those that are set tick on.")]
    public static partial void RemindersNotRead(ILogger log, Exception error);

    [LoggerMessage(6, LogLevel.Warning, "The engine stopped while {Count} grains had not ended.")]
    public static partial void StoppedWithGrainsLeft(ILogger log, int count);
}
