using Centra.Matching;

namespace Centra.Bench.Matching;

/// <summary>
/// Matching: how many opted-out people are found again, how many others are taken for them, and what a person costs.
/// "matching learn" and "matching rules" print the studies that weights and rules were chosen by.
/// </summary>
public static class MatchingBenchmark
{
    private const int OptOuts = 50_000;
    private const int Strangers = 200_000;
    private const int Households = 200_000;
    private const int Found = 20_000;

    private static readonly long[] RegisterSizes = [10_000, 500_000, 10_000_000];
    private static readonly bool[] WithAndWithout = [true, false];

    public static void Run(string[] args)
    {
        var keys = MatchKeys.Create(new byte[MatchKeys.KeyBytes]);
        var febrl = SharedFolder.Find("febrl/dataset3.csv");
        if (args.Contains("learn"))
            Learner.Run(keys, febrl is null ? null : Febrl.Read(febrl, withNationalId: true));
        else if (args.Contains("rules"))
            RuleStudy.Run(keys, febrl is null ? [] : [Febrl.Read(febrl, withNationalId: true), Febrl.Read(febrl, withNationalId: false)]);
        else
            RunAll(keys, febrl);
    }

    private static void RunAll(MatchKeys keys, string? febrl)
    {
        var (report, model) = (new Report("matching", TimeProvider.System), MatchModel.Current);
        if (febrl is null)
            Report.Say("no shared data: FEBRL left out");
        else
            report.AddFebrl(FebrlRow.All(febrl, keys));
        report.AddFound(Both(withId => FoundMeasure.Of(Found, withId, RegisterSizes, keys, model)));
        var strangers = Both(withId => StrangerMeasure.Of(OptOuts, Strangers, withId, RegisterSizes, keys, model));
        report.AddStrangers(strangers, OptOuts, Strangers);
        var relatives = Both(withId => HouseholdMeasure.Of(Households, withId, RegisterSizes, keys, model));
        report.AddRelatives(relatives);
        report.AddReviewLoad([.. strangers.Select(row => ReviewLoad.Of(row, relatives.Where(other => other.NationalId == row.NationalId)))]);
        report.AddSpeed(SpeedMeasure.All(keys));
        report.Save();
    }

    private static List<T> Both<T>(Func<bool, IEnumerable<T>> measure) => [.. WithAndWithout.SelectMany(measure)];
}
