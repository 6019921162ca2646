using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>How long forms lay at a practice before they were sent: the patient's wish counts from the day on which it is entered.</summary>
/// <param name="Forms">How many opt-outs of the last hundred say when their form was signed.</param>
/// <param name="MedianDays">Days at the median.</param>
/// <param name="Late">How many lay longer than <see cref="Slow"/> days.</param>
public sealed record FormDelays(int Forms, int MedianDays, int Late)
{
    /// <summary>More than this many days is slow.</summary>
    public const int Slow = 7;

    private const int Looked = 100;

    /// <summary>Whether the practice is slow with forms.</summary>
    public bool IsSlow => Forms > 0 && (MedianDays > Slow || Late * 4 > Forms);

    /// <summary>Of a practice's newest opt-outs.</summary>
    internal static async Task<FormDelays> OfAsync(Vault vault, string practiceId) => (await OfAsync(vault, [practiceId]))[practiceId];

    /// <summary>Of each of these practices.</summary>
    internal static Task<Dictionary<string, FormDelays>> OfAsync(Vault vault, IReadOnlyList<string> practices) => vault.Database.ReadAsync(async session =>
    {
        var delays = new Dictionary<string, FormDelays>();
        foreach (var practice in practices)
            delays[practice] = Of(await OptOuts.PageAsync(session, new OptOutFilter(practice), long.MaxValue, Looked));
        return delays;
    });

    private static FormDelays Of(List<OptOutRow> rows)
    {
        var days = rows.Where(row => row.FormDate is not null).Select(row => Days(row.FormDate!, row.ReceivedAt)).Order().ToList();
        return new FormDelays(days.Count, days.Count == 0 ? 0 : days[days.Count / 2], days.Count(one => one > Slow));
    }

    private static int Days(string formDate, long receivedAt) => DateOnly.TryParseExact(formDate, "yyyy-MM-dd", out var signed)
        ? Math.Max(0, DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(receivedAt).UtcDateTime).DayNumber - signed.DayNumber)
        : 0;
}
