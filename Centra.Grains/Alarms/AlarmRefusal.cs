namespace Centra.Alarms;

/// <summary>Why something about an alarm is refused.</summary>
public enum AlarmRefusal
{
    /// <summary>There is no such alarm.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such alarm.")]
    AlarmNotFound = 1,
}
