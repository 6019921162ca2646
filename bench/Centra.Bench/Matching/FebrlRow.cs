using Centra.Matching;

namespace Centra.Bench.Matching;

/// <summary>One line of the FEBRL table.</summary>
public sealed record FebrlRow(string NationalId, string Part, string HouseholdRule, FebrlMeasure Measure)
{
    private static readonly bool[] WithAndWithout = [true, false];
    private static readonly string[] Parts = ["all", "held back"];

    /// <summary>
    /// All of it, and the half of the people that no weight was learnt from; each as shipped, and with the rule off that a household's
    /// evidence alone never suppresses, to show what the rule costs on data without households.
    /// </summary>
    public static IReadOnlyList<FebrlRow> All(string path, MatchKeys keys) =>
    [
        .. from withId in WithAndWithout
           from part in Parts
           from model in new[] { MatchModel.Current, MatchModel.Current.WithoutHouseholdRule() }
           let data = Febrl.Read(path, withId)
           select new FebrlRow(
               withId ? "with" : "without", part, model.HouseholdAloneSuppresses ? "off" : "on",
               FebrlMeasure.Of(part == "all" ? data : data.HeldBack(), keys, model)),
    ];
}
