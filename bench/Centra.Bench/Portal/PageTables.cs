namespace Centra.Bench.Portal;

/// <summary>The tables of pages.</summary>
internal static class PageTables
{
    private const double Target = 150;
    private const double Flat = 2;
    private const double Felt = 25;

    public static void Add(Report report, int[] sizes, IReadOnlyList<IReadOnlyList<PageTime>> rounds)
    {
        var (few, many) = (rounds[0], rounds[^1]);
        var rows = few.Zip(many).ToList();
        report.Add("Pages, from asking to the last byte, in milliseconds", rows,
            ("page", row => $"{row.First.Page.Path}{(row.First.Page.IsDeep ? ", deep" : "")}"), ("as", row => row.First.Page.Role is "" ? "everybody" : row.First.Page.Role), ("kB", row => $"{row.Second.Bytes / 1_000}"),
            ($"of {sizes[0]:N0}", row => Figure.Number(row.First.Median)), ($"of {sizes[^1]:N0}", row => Figure.Number(row.Second.Median)),
            ("95 of 100", row => Figure.Number(row.Second.P95)), ("ratio", row => Figure.Number(row.Second.Median / row.First.Median)));
        Figure.AddTo(report, $"Pages among {sizes[^1]:N0} requests", [.. many.GroupBy(time => time.Page.Kind).SelectMany(kind => Of(kind.Key, [.. kind], [.. rows.Where(row => row.First.Page.Kind == kind.Key)]))]);
        report.Remark("One person asks for a page after another; the client is a process of its own on the same cores. A page is flat where it takes no more than twice as long among all of them, or 25 ms. Figures are of the newest 10,000 stays and decisions, and of all requests that are in committee, here a tenth of all.");
    }

    private static IEnumerable<Figure> Of(string kind, PageTime[] times, (PageTime First, PageTime Second)[] rows)
    {
        yield return Figure.AtMost($"{kind}: slowest page's median", [times.Max(time => time.Median)], Target, "ms");
        if (kind != MeasuredPages.Figures)
            yield return Figure.AtMost($"{kind}: times as long as among the fewest, worst page", [rows.Max(row => row.Second.Median < Felt ? 1 : row.Second.Median / row.First.Median)], Flat, "x");
    }
}
