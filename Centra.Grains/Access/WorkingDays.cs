namespace Centra.Access;

/// <summary>Days on which officers work: Monday to Friday, in UTC.</summary>
public static class WorkingDays
{
    /// <summary>The end of the n-th working day after the day of a moment.</summary>
    public static DateTimeOffset EndAfter(DateTimeOffset from, int days)
    {
        var day = from.UtcDateTime.Date;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                days--;
        }
        return new DateTimeOffset(day.AddDays(1), TimeSpan.Zero);
    }
}
