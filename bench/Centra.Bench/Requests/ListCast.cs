using System.Globalization;

namespace Centra.Bench.Requests;

/// <summary>Who and what the many requests of a measurement belong to, by their number.</summary>
/// <param name="Busy">Whose every twentieth is.</param>
/// <param name="Reviewer">Who reviews it.</param>
/// <param name="Institution">Whose it is.</param>
/// <param name="Dataset">What it asks for.</param>
/// <param name="First">When the first came to its stage, in Unix milliseconds; the others followed each second.</param>
internal sealed record ListCast(string Busy, Func<int, string> Reviewer, Func<int, string> Institution, Func<int, string> Dataset, long First)
{
    /// <summary>People and things that nobody else knows.</summary>
    public static ListCast Strangers { get; } = new(
        "busy", number => $"reviewer{number % 50}", number => string.Create(CultureInfo.InvariantCulture, $"ror{number % 400}"), number => $"dataset{number % 9}", 1_700_000_000_000);
}
