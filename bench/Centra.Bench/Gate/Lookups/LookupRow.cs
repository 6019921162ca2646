namespace Centra.Bench.Gate.Lookups;

/// <summary>How fast people are looked up somewhere.</summary>
/// <param name="Where">Where.</param>
/// <param name="People">People a second, each round.</param>
/// <param name="CpuMicroseconds">Processor time of this process for a person; of a server of its own it is not in it.</param>
internal sealed record LookupRow(string Where, IReadOnlyList<double> People, IReadOnlyList<double> CpuMicroseconds)
{
    public double Median => MedianOf(People);

    public double Tokens => Median * SyntheticTokens.PerPerson;

    public static LookupRow OfTokens(string where, Rounds rounds) => new(
        where, [.. rounds.PerSecond.Select(rate => rate / SyntheticTokens.PerPerson)], [.. rounds.CpuMicroseconds.Select(cpu => cpu * SyntheticTokens.PerPerson)]);

    public static LookupRow OfPeople(string where, Rounds rounds) => new(where, rounds.PerSecond, rounds.CpuMicroseconds);

    /// <summary>The table; the first row is what the others are compared with.</summary>
    public static void AddTo(Report report, string title, IReadOnlyList<LookupRow> rows) => report.Add(title, rows,
        ("where", row => row.Where), ("people/s", row => Figure.Number(row.Median)), ("spread", row => $"{Figure.Number(row.People.Min())} - {Figure.Number(row.People.Max())}"),
        ("tokens/s", row => Figure.Number(row.Tokens)), ("CPU us a person", row => Figure.Number(MedianOf(row.CpuMicroseconds))),
        ("times slower", row => Figure.Number(rows[0].Median / row.Median)));

    private static double MedianOf(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
