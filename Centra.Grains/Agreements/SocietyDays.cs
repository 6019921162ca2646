namespace Centra.Agreements;

/// <summary>Days of the zone that a version names. Its calendar may change later; the days of a version do not.</summary>
internal static class SocietyDays
{
    public static bool IsKnown(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    public static DateOnly DayOf(DateTimeOffset at, string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
}
