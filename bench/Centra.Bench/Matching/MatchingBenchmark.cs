using System.Globalization;
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
        var report = new Report("matching", TimeProvider.System);
        if (febrl is null)
            Report.Say("no shared data: FEBRL left out");
        else
            AddFebrl(report, FebrlRow.All(febrl, keys));
        AddFound(report, keys);
        AddOthers(report, keys);
        AddSpeed(report, keys);
        report.Save();
    }

    private static void AddFebrl(Report report, IReadOnlyList<FebrlRow> rows)
    {
        report.Add("FEBRL 3: originals opted out, duplicates screened", rows,
            ("national id", row => row.NationalId), ("people", row => row.Part), ("household rule", row => row.HouseholdRule),
            ("screened", row => Text(row.Measure.Screened)), ("suppressed", row => Share(row.Measure.Suppressed, row.Measure.Screened)),
            ("caught", row => Share(row.Measure.Caught, row.Measure.Screened)), ("wrong", row => Text(row.Measure.Wrong)),
            ("wrong review", row => Text(row.Measure.WrongReview)), ("no token shared", row => Text(row.Measure.NotBlocked)),
            ("household evidence only", row => Share(row.Measure.HouseholdOnly, row.Measure.Screened)));
        Report.Say("Household evidence only: no id agrees, and given name or birth date is missing or another: as between twins, or father and son.");
    }

    private static void AddFound(Report report, MatchKeys keys) =>
        report.Add("Generated people: opted out, written down again with one to three faults each time",
            [.. WithAndWithout.SelectMany(withId => FoundMeasure.Of(20_000, withId, RegisterSizes, keys, MatchModel.Current))],
            ("national id", row => row.NationalId), ("register", row => Text(row.RegisterSize)),
            ("suppressed", row => Share(row.Suppressed, row.Screened)), ("caught", row => Share(row.Caught, row.Screened)));

    private static void AddOthers(Report report, MatchKeys keys)
    {
        var strangers = WithAndWithout.SelectMany(withId => StrangerMeasure.Of(OptOuts, Strangers, withId, RegisterSizes, keys, MatchModel.Current)).ToList();
        report.Add($"Strangers: {Text(Strangers)} against {Text(OptOuts)} opt-outs, per pair, scaled to the register's size", strangers,
            ("national id", row => row.NationalId), ("register", row => Text(row.RegisterSize)), ("candidates each", row => row.CandidatesEach.ToString("F3", CultureInfo.InvariantCulture)),
            ("pairs suppressed", row => Text(row.Suppressed)), ("strangers suppressed", row => row.SuppressedShare.ToString()),
            ("pairs in review", row => Text(row.Review)), ("strangers in review", row => row.ReviewShare.ToString()));
        Report.Say("Scaled means multiplied by register size over opt-outs measured; the decision is made with the prior of that size.");
        Report.Say("At most: 95 % bound, three where none was seen.");
        var relatives = WithAndWithout.SelectMany(withId => HouseholdMeasure.Of(200_000, withId, RegisterSizes, keys, MatchModel.Current)).ToList();
        report.Add("Relatives of opted-out people, per pair in a household", relatives,
            ("national id", row => row.NationalId), ("kinship", row => row.Kinship.ToString()), ("register", row => Text(row.RegisterSize)), ("pairs", row => Text(row.Pairs)),
            ("suppressed", row => Text(row.Suppressed)), ("in review", row => Share(row.Review, row.Pairs)));
        report.Add("Review of people who are not opted out, for a million screened, five minutes each",
            [.. strangers.Select(row => ReviewLoad.Of(row, relatives.Where(relative => relative.NationalId == row.NationalId)))],
            ("national id", row => row.NationalId), ("register", row => Text(row.RegisterSize)), ("strangers", row => Percent(row.StrangersShare)),
            ("relatives", row => Percent(row.RelativesShare)), ("officer-hours", row => row.OfficerHoursPerMillion.ToString("F0", CultureInfo.InvariantCulture)));
    }

    private static void AddSpeed(Report report, MatchKeys keys) =>
        report.Add("One person on one core", SpeedMeasure.All(keys), ("step", row => row.Step),
            ("microseconds", row => row.MicrosecondsEach.ToString("F2", CultureInfo.InvariantCulture)), ("bytes", row => row.BytesEach.ToString("F0", CultureInfo.InvariantCulture)));

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) => Percent((double)part / whole);

    private static string Percent(double share) => share.ToString("P2", CultureInfo.InvariantCulture);
}
