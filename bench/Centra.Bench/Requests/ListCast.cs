using System.Globalization;

namespace Centra.Bench.Requests;

/// <summary>Who and what the many requests of a measurement belong to, by their number.</summary>
/// <param name="Busy">Whose every twentieth is.</param>
/// <param name="Reviewer">Who reviews it.</param>
/// <param name="Institution">Whose it is.</param>
/// <param name="Dataset">What it asks for.</param>
internal sealed record ListCast(string Busy, Func<int, string> Reviewer, Func<int, string> Institution, Func<int, string> Dataset)
{
    /// <summary>People and things that nobody else knows.</summary>
    public static ListCast Strangers { get; } = new(
        "busy", number => $"reviewer{number % 50}", number => string.Create(CultureInfo.InvariantCulture, $"ror{number % 400}"), number => $"dataset{number % 9}");
}
