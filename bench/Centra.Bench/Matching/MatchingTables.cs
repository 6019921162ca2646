using System.Globalization;

namespace Centra.Bench.Matching;

/// <summary>The tables of the matching report.</summary>
internal static class MatchingTables
{
    public static void AddFebrl(this Report report, IReadOnlyList<FebrlRow> rows)
    {
        report.Add("FEBRL 3: originals opted out, duplicates screened", rows,
            ("national id", row => row.NationalId), ("people", row => row.Part), ("household rule", row => row.HouseholdRule),
            ("screened", row => Text(row.Measure.Screened)), ("suppressed", row => Share(row.Measure.Suppressed, row.Measure.Screened)),
            ("caught", row => Share(row.Measure.Caught, row.Measure.Screened)), ("wrong", row => Text(row.Measure.Wrong)),
            ("wrong review", row => Text(row.Measure.WrongReview)), ("no token shared", row => Text(row.Measure.NotBlocked)),
            ("household evidence only", row => Share(row.Measure.HouseholdOnly, row.Measure.Screened)));
        Report.Say("Household evidence only: no id agrees, and given name or birth date is missing or another, as between twins.");
    }

    public static void AddFound(this Report report, IReadOnlyList<FoundMeasure> rows) =>
        report.Add("Generated people: opted out, written down again, with one to three faults each time", rows,
            ("national id", row => row.NationalId), ("register", row => Text(row.RegisterSize)),
            ("suppressed", row => Share(row.Suppressed, row.Screened)), ("caught", row => Share(row.Caught, row.Screened)));

    public static void AddStrangers(this Report report, IReadOnlyList<StrangerMeasure> rows, int optOuts, int strangers)
    {
        report.Add($"Strangers: {Text(strangers)} against {Text(optOuts)} opt-outs, per pair, scaled to the register's size", rows,
            ("national id", row => row.NationalId), ("register", row => Text(row.RegisterSize)),
            ("candidates each", row => Number(row.CandidatesEach, "F3")),
            ("pairs suppressed", row => Text(row.Suppressed)), ("strangers suppressed", row => row.SuppressedShare.ToString()),
            ("pairs in review", row => Text(row.Review)), ("strangers in review", row => row.ReviewShare.ToString()));
        Report.Say("Scaled means multiplied by register size over opt-outs measured; the decision is made with the prior of that size.");
        Report.Say("At most: 95 % bound, three where none was seen.");
    }

    public static void AddRelatives(this Report report, IReadOnlyList<HouseholdMeasure> rows) =>
        report.Add("Relatives of opted-out people, per pair in a household", rows,
            ("national id", row => row.NationalId), ("kinship", row => row.Kinship.ToString()),
            ("register", row => Text(row.RegisterSize)), ("pairs", row => Text(row.Pairs)),
            ("suppressed", row => Text(row.Suppressed)), ("in review", row => Share(row.Review, row.Pairs)));

    public static void AddReviewLoad(this Report report, IReadOnlyList<ReviewLoad> rows) =>
        report.Add("Review of people who are not opted out, for a million screened, five minutes each", rows,
            ("national id", row => row.NationalId), ("register", row => Text(row.RegisterSize)),
            ("strangers", row => Percent(row.StrangersShare)), ("relatives", row => Percent(row.RelativesShare)),
            ("officer-hours", row => Number(row.OfficerHoursPerMillion, "F0")));

    public static void AddSpeed(this Report report, IReadOnlyList<SpeedMeasure> rows) =>
        report.Add("One person on one core", rows,
            ("step", row => row.Step), ("microseconds", row => Number(row.MicrosecondsEach, "F2")),
            ("bytes", row => Number(row.BytesEach, "F0")));

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) => Percent((double)part / whole);

    private static string Percent(double share) => share.ToString("P2", CultureInfo.InvariantCulture);
}
