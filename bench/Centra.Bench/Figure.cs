using System.Globalization;

namespace Centra.Bench;

/// <summary>A figure of several rounds beside its target.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The median of the rounds.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The most.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Target">What is asked for, in words; empty: nothing.</param>
/// <param name="IsMet">Whether it is met; null without a target.</param>
internal sealed record Figure(string What, double Value, double Least, double Most, string Unit, string Target, bool? IsMet)
{
    /// <summary>At least so much.</summary>
    public static Figure AtLeast(string what, IEnumerable<double> rounds, double target, string unit) => Of(what, rounds, unit, $">= {Number(target)}", value => value >= target);

    /// <summary>At most so much.</summary>
    public static Figure AtMost(string what, IEnumerable<double> rounds, double target, string unit) => Of(what, rounds, unit, $"<= {Number(target)}", value => value <= target);

    /// <summary>Only measured.</summary>
    public static Figure Plain(string what, IEnumerable<double> rounds, string unit) => Of(what, rounds, unit, "", null);

    /// <summary>As a row of the table.</summary>
    public static void AddTo(Report report, string title, IReadOnlyList<Figure> figures) => report.Add(title, figures,
        ("figure", row => row.What), ("median", row => $"{Number(row.Value)} {row.Unit}"), ("spread", row => $"{Number(row.Least)} - {Number(row.Most)}"),
        ("target", row => row.Target), ("met?", row => row.IsMet switch { true => "yes", false => "NO", null => "" }));

    internal static string Number(double number) => number.ToString(number >= 100 ? "N0" : number >= 10 ? "F1" : number >= 0.1 ? "F2" : "F4", CultureInfo.InvariantCulture);

    private static Figure Of(string what, IEnumerable<double> rounds, string unit, string target, Func<double, bool>? isMet)
    {
        var sorted = rounds.Order().ToArray();
        var median = sorted[sorted.Length / 2];
        return new Figure(what, median, sorted[0], sorted[^1], unit, target, isMet?.Invoke(median));
    }
}
