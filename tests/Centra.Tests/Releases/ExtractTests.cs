using Centra.Testing;
using System.Collections.Immutable;
using System.Globalization;
using Centra.Datasets;
using Centra.Releases;
using Centra.Storage;

namespace Centra.Tests.Releases;

public sealed class ExtractTests : IDisposable
{
    private static readonly ImmutableArray<Generalisation> Coarser = [new("year", 5), new("region", 0)];

    private readonly TempFolder _folder = new();

    private IFileStore Files => new FolderFiles(_folder.Path);

    public void Dispose() => _folder.Dispose();

    // Whatever the data: only ordered columns, no combination of quasi-identifiers rarer than k, every row accounted for.
    [Theory]
    [InlineData(1, 60, false)]
    [InlineData(2, 400, false)]
    [InlineData(3, 400, true)]
    [InlineData(4, 2500, false)]
    [InlineData(5, 2500, true)]
    [InlineData(6, 6000, true)]
    public async Task Extract_OfAnything_KeepsEveryCombinationAtKOrMore(int seed, int rows, bool mayGeneralise)
    {
        var (made, table) = await MakeAsync(SurveyData.Csv(seed, rows), ["region", "id", "year"], [], SurveyData.Profile with { Generalisations = mayGeneralise ? Coarser : null });
        if (made.IsRefused)
        {
            made.Refusal.Code.ShouldBe(nameof(ReleaseRefusal.NothingIsLeft));
            return;
        }
        var check = made.Value.Check;

        table[0].ShouldBe(["region", "id", "year"]);
        var groups = table.Skip(1).GroupBy(row => (row[0], row[2])).ToList();
        groups.ShouldAllBe(group => group.Count() >= 11);
        check.SmallestGroup.ShouldBe(groups.Min(group => group.Count()));
        (check.Selected, check.Rows, check.Selected - check.Dropped).ShouldBe((rows, table.Count - 1, table.Count - 1));
        (check.Generalised > 0).ShouldBe(mayGeneralise && groups.Any(group => group.Key.Item1 == "other"));
        check.QuasiIdentifiers.ShouldBe(["region", "year"]);
    }

    [Fact]
    public async Task Generalisation_SavesRowsThatWouldBeDropped()
    {
        var data = SurveyData.Csv(7, 2500);

        var (bare, _) = await MakeAsync(data, ["region", "year"], [], SurveyData.Profile);
        var (coarse, table) = await MakeAsync(data, ["region", "year"], [], SurveyData.Profile with { Generalisations = Coarser });

        coarse.Value!.Check.Dropped.ShouldBeLessThan(bare.Value!.Check.Dropped);
        table.Count(row => row[0] == "other").ShouldBe((int)coarse.Value.Check.Generalised);
        table.Where(row => row[0] == "other").Select(row => row[1]).Distinct().ShouldBeSubsetOf(["2000-2004", "2005-2009", "2010-2014", "2015-2019"]);
    }

    [Fact]
    public async Task Cells_LeaveAsTheyAre()
    {
        var data = SurveyData.Csv(8, 300);
        var source = await ReadAsync(data);

        var (made, table) = await MakeAsync(data, ["note", "size", "region"], [], SurveyData.Profile with { QuasiIdentifiers = [] }, Sensitivity.Open);

        made.Value!.Check.ShouldBe(made.Value.Check with { K = 0, SmallestGroup = null, Rows = 300, Dropped = 0, Generalised = 0 });
        table.Skip(1).Select(row => string.Join('|', row)).ShouldBe(source.Skip(1).Select(row => $"{row[4]}|{row[3]}|{row[2]}"));
        table[1][0].ShouldBe("=1+0");
    }

    [Fact]
    public async Task Filters_AndYearsOfTheApproval_HoldTogether()
    {
        RowFilter[] filters = [new("region", ["north", "south"], null, null), new("size", [], "9", "50.5"), new("answered", [], "2015-03-01", null)];

        var (made, table) = await MakeAsync(SurveyData.Csv(9, 5000), ["id", "size", "answered", "year"], filters, SurveyData.Profile with { QuasiIdentifiers = [] }, Sensitivity.Open, (2005, 2009));

        var expected = (await ReadAsync(SurveyData.Csv(9, 5000))).Skip(1).Where(row => row[2] is "north" or "south" && Number(row[3]) is >= 9 and <= 50.5m
            && Number(row[1]) is >= 2005 and <= 2009 && string.CompareOrdinal(row[6], "2015-03-01") >= 0).Select(row => row[0]);
        made.Refusal.ShouldBeNull();
        table.Skip(1).Select(row => row[0]).ShouldBe(expected);
    }

    [Fact]
    public async Task SmallCohort_LeavesNothing()
    {
        var (made, _) = await MakeAsync(SurveyData.Csv(10, 3000), ["id"], [new("id", [], "0", "9")], SurveyData.Profile);

        made.Refusal?.Code.ShouldBe(nameof(ReleaseRefusal.NothingIsLeft));
    }

    [Fact]
    public async Task SameOrder_MakesTheSameBytes()
    {
        var (first, _) = await MakeAsync(SurveyData.Csv(11, 2000), ["region", "year"], [], SurveyData.Profile);
        var (second, _) = await MakeAsync(SurveyData.Csv(11, 2000), ["region", "year"], [], SurveyData.Profile);

        first.Value!.File.ShouldBe(second.Value!.File);
    }

    [Fact]
    public async Task Check_OfAFileThatIsNotWhatThePlanAllows_Fails()
    {
        var plan = Plan(new string('a', 64), ["region"], [], SurveyData.Profile, Sensitivity.Confidential, null).Value!;
        foreach (var wrong in new[] { "region\r\n" + string.Concat(Enumerable.Repeat("north\r\n", 10)), "region,id\r\n" + string.Concat(Enumerable.Repeat("north,1\r\n", 11)), "region\r\nnorth\r\n" })
        {
            using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(wrong));
            (await ExtractChecking.SmallestAsync(file, plan, wrong.Count(letter => letter == '\n') - 1, CancellationToken.None)).Refusal?.Code.ShouldBe(nameof(ReleaseRefusal.CheckFailed));
        }
    }

    [Theory]
    [InlineData("secret", "year", null, nameof(ReleaseRefusal.VariablesMayNotLeave))]
    [InlineData("nothing", "year", null, nameof(ReleaseRefusal.VariablesMayNotLeave))]
    [InlineData("id", "nothing", null, nameof(ReleaseRefusal.FilterIsWrong))]
    [InlineData("id", "year", "long ago", nameof(ReleaseRefusal.FilterIsWrong))]
    [InlineData("id", "answered", "2015", nameof(ReleaseRefusal.FilterIsWrong))]
    [InlineData("id", "year", "2010", "nothing")]
    public void Plan_IsWithinProfileAndDictionary(string variable, string condition, string? from, string expected) =>
        (Plan("", [variable], [new(condition, [], from ?? "2010", null)], SurveyData.Profile, Sensitivity.Confidential, null).Refusal?.Code ?? "nothing").ShouldBe(expected);

    [Fact]
    public void Plan_WithoutProfileOrForAggregatesOnly_IsRefused()
    {
        Plan("", ["id"], [], null, Sensitivity.Confidential, null).Refusal?.Code.ShouldBe(nameof(ReleaseRefusal.ProfileIsMissing));
        Plan("", ["id"], [], SurveyData.Profile with { IsRecordLevel = false }, Sensitivity.Confidential, null).Refusal?.Code.ShouldBe(nameof(ReleaseRefusal.RecordsMayNotLeave));
        Plan("", ["id"], [], SurveyData.Profile with { K = 2 }, Sensitivity.Confidential, null).Value!.K.ShouldBe(11);
    }

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static Result<ExtractPlan> Plan(string sha256, string[] variables, RowFilter[] filters, ReleaseProfile? profile, Sensitivity sensitivity, (int From, int To)? years) => ExtractPlan.Of(
        new ExtractOrder("survey", 1, [.. variables], [.. filters]), new ApprovedDataset("survey", 1, [.. variables], years?.From, years?.To), SurveyData.Dataset(sha256, profile, sensitivity));

    private async Task<(Result<MadeExtract> Made, List<string[]> Table)> MakeAsync(
        byte[] data, string[] variables, RowFilter[] filters, ReleaseProfile profile, Sensitivity sensitivity = Sensitivity.Confidential, (int, int)? years = null)
    {
        var plan = Plan(await Files.PutAsync(data), variables, filters, profile, sensitivity, years);
        plan.Refusal.ShouldBeNull();
        var made = await new ExtractMaking(Files).MakeAsync(plan.Value!, CancellationToken.None);
        if (made.IsRefused)
            return (made, []);
        using var bytes = new MemoryStream();
        await using var stored = await Files.OpenAsync(made.Value.File.Sha256);
        await stored!.CopyToAsync(bytes);
        return (made, await ReadAsync(bytes.ToArray()));
    }

    private static async Task<List<string[]>> ReadAsync(byte[] csv)
    {
        using var stream = new MemoryStream(csv);
        await using var rows = new DatasetRows(stream);
        var table = new List<string[]>();
        while (await rows.NextAsync(CancellationToken.None))
        {
            if (table.Count == 0)
                table.Add(rows.Columns);
            table.Add([.. rows.Columns.Select((_, place) => rows.Cell(place))]);
        }
        return table;
    }
}
