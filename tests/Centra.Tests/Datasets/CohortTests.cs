using System.Collections.Immutable;
using System.Text;
using Centra.Datasets;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Datasets;

public class CohortTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableArray<DatasetVariable> Variables =
        [Facet("a", "1", "2"), Facet("b", "1"), Facet("c", "1"), Facet("d", "1"), new("free", "free", "free", VariableType.Text, IdentifyingKind.None, false, [])];

    private static readonly DatasetVersion Version = new(3, "", 1, 100, ["a", "b", "c", "d", "free"], "", Now, "steward");

    [Theory]
    [InlineData(0, null, "10 or fewer")]
    [InlineData(1, null, "10 or fewer")]
    [InlineData(10, null, "10 or fewer")]
    [InlineData(11, 10, "about 10")]
    [InlineData(14, 10, "about 10")]
    [InlineData(15, 20, "about 20")]
    [InlineData(12_344, 12_340, "about 12,340")]
    public void Count_IsRounded_AndSmallOnesAreHidden(long rows, int? rounded, string text)
    {
        var (state, refusal) = Ask(CohortState.None, Dataset(), rows, "a=1");

        refusal.ShouldBeNull();
        var view = CohortRules.View(state, Now);
        (view.Rounded, view.Text, view.Version, view.LeftToday).ShouldBe((rounded, text, 3, CohortRules.MostPerDay - 1));
    }

    [Theory]
    [InlineData("a=1 b=1 c=1", null)]
    [InlineData("", null)]
    [InlineData("a=1 b=1 c=1 d=1", "TooManyFacets")]
    [InlineData("a=3", "FacetIsWrong")]
    [InlineData("a=1 a=2", "FacetIsWrong")]
    [InlineData("free=x", "FacetIsWrong")]
    [InlineData("none=1", "FacetIsWrong")]
    public void Facets_AreFixedAndFew(string facets, string? code) => (Ask(CohortState.None, Dataset(), 50, facets).Refusal?.Code).ShouldBe(code);

    [Fact]
    public void Dataset_ThatCannotBeRequestedOrIsEmpty_IsNotCounted()
    {
        Ask(CohortState.None, Dataset() with { Standing = DatasetStanding.NotRequestable }, 50, "a=1").Refusal!.Code.ShouldBe(nameof(DatasetRefusal.DatasetIsNotRequestable));
        Ask(CohortState.None, Dataset() with { CurrentVersion = 0, Versions = [] }, 50, "a=1").Refusal!.Code.ShouldBe(nameof(DatasetRefusal.DatasetHasNoRows));
    }

    [Fact]
    public void Counts_AreLimitedWithinADay_AndOpenAgainAfterIt()
    {
        var full = Enumerable.Range(0, CohortRules.MostPerDay).Aggregate(CohortState.None, (state, _) => Ask(state, Dataset(), 50, "a=1").State);

        Ask(full, Dataset(), 50, "a=1").Refusal!.Code.ShouldBe(nameof(DatasetRefusal.TooManyCounts));
        CohortRules.WhatIsWrong(full, Dataset(), [], Now.AddDays(1)).ShouldBeNull();
    }

    [Fact]
    public async Task Rows_AreCountedByAllFacetsTogether()
    {
        using var folder = new TempFolder();
        var files = new FolderFiles(folder.Path);
        var sha256 = await files.PutAsync(Encoding.UTF8.GetBytes("a,b,c,d,free\n1,1,,1,x\n1,,,1,y\n2,1,,1,z\n"), TestContext.Current.CancellationToken);
        var tables = new CohortTables(files);

        foreach (var (facets, expected) in new[] { ("", 3), ("a=1", 2), ("a=1 b=1", 1), ("c=1", 0), ("d=1 a=2", 1) })
            (await tables.CountAsync(Version with { Sha256 = sha256 }, Variables, Facets(facets))).ShouldBe(expected, facets);
    }

    private static (CohortState State, Refusal? Refusal) Ask(CohortState state, DatasetView dataset, long rows, string facets)
    {
        var decided = CohortRules.Decide(state, dataset, new CountCohort(dataset.DatasetId, Facets(facets)), rows, Now);
        return (decided.IsRefused ? state : decided.Value.Aggregate(state, CohortRules.Apply), decided.Refusal);
    }

    private static ImmutableArray<CohortFacet> Facets(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => new CohortFacet(pair.Split('=')[0], pair.Split('=')[1]))];

    private static DatasetVariable Facet(string name, params string[] values) => new(name, name, name, VariableType.Code, IdentifyingKind.None, true, [.. values]);

    private static DatasetView Dataset() => new(
        "survey", new DatasetDescription("Survey", "", "", "", Sensitivity.Confidential, [], "survey", null, null, null), DatasetStanding.Requestable, null, "sharing", "", 3, [Version], Variables, null, "");
}
