using Centra.People;
using Centra.Releases;

namespace Centra.Tests.Releases;

/// <summary>Every standing of the newest version times every command.</summary>
public class ReleaseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Manifest = new('a', 64);
    private static readonly ApprovedDataset Approved = new("survey", 1, ["year", "region"], 2010, 2020);
    private static readonly ExtractOrder Order = new("survey", 1, ["year"], []);

    private static readonly Dictionary<string, (ReleaseCommand Command, string Actor)> Commands = new()
    {
        ["prepare past the request"] = (new PrepareRelease([Order]), "first"),
        ["build"] = (new BuildRelease([Order], [Approved]), "first"),
        ["built"] = (new RecordBuild(1, Manifest, [], []), PersonRules.Host),
        ["built by somebody"] = (new RecordBuild(1, Manifest, [], []), "first"),
        ["failed"] = (new RecordBuildFailure(1, "NothingIsLeft", "none"), PersonRules.Host),
        ["failed by somebody"] = (new RecordBuildFailure(1, "NothingIsLeft", "none"), "first"),
        ["approve"] = (new ApproveRelease(1, Manifest, true), "second"),
        ["approve own"] = (new ApproveRelease(1, Manifest, true), "first"),
        ["approve another hash"] = (new ApproveRelease(1, new string('b', 64), true), "second"),
        ["approve without attesting"] = (new ApproveRelease(1, Manifest, false), "second"),
        ["approve unknown"] = (new ApproveRelease(7, Manifest, true), "second"),
        ["reject"] = (new RejectRelease(1, "too fine"), "second"),
        ["reject without reason"] = (new RejectRelease(1, " "), "second"),
        ["download"] = (new RecordDownload("data.csv", "0-"), "member"),
        ["download unknown"] = (new RecordDownload("other.csv", "0-"), "member"),
        ["download strangely"] = (new RecordDownload("data.csv", new string('0', 101)), "member"),
        ["look"] = (new InspectFile(1, "data.csv"), "second"),
        ["remove"] = (new RemoveRelease("agreements-six-years"), PersonRules.Host),
        ["remove by somebody"] = (new RemoveRelease("agreements-six-years"), "first"),
    };

    // For each command what no release, Building, Prepared, Approved, Rejected and Failed make of it.
    public static IEnumerable<TheoryDataRow<string, ReleaseStanding, string>> Table()
    {
        string[] rows =
        [
            "prepare past the request: NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices",
            "build: ReleaseOrdered, ReleaseOrdered, ReleaseOrdered, ReleaseOrdered, ReleaseOrdered, ReleaseOrdered",
            "built: ReleaseNotFound, ReleaseBuilt, NothingIsToBeBuilt, NothingIsToBeBuilt, NothingIsToBeBuilt, NothingIsToBeBuilt",
            "built by somebody: NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices",
            "failed: ReleaseNotFound, ReleaseBuildFailed, NothingIsToBeBuilt, NothingIsToBeBuilt, NothingIsToBeBuilt, NothingIsToBeBuilt",
            "failed by somebody: NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices",
            "approve: ReleaseNotFound, ReleaseIsNotPrepared, ReleaseApproved, ReleaseIsDecidedAlready, ReleaseIsDecidedAlready, ReleaseIsNotPrepared",
            "approve own: ReleaseNotFound, ReleaseIsNotPrepared, SecondPersonIsNeeded, ReleaseIsDecidedAlready, ReleaseIsDecidedAlready, ReleaseIsNotPrepared",
            "approve another hash: ReleaseNotFound, ReleaseIsNotPrepared, ManifestIsAnother, ReleaseIsDecidedAlready, ReleaseIsDecidedAlready, ReleaseIsNotPrepared",
            "approve without attesting: ReleaseNotFound, ReleaseIsNotPrepared, AttestationIsMissing, ReleaseIsDecidedAlready, ReleaseIsDecidedAlready, ReleaseIsNotPrepared",
            "approve unknown: ReleaseNotFound, ReleaseNotFound, ReleaseNotFound, ReleaseNotFound, ReleaseNotFound, ReleaseNotFound",
            "reject: ReleaseNotFound, ReleaseIsNotPrepared, ReleaseRejected, ReleaseIsDecidedAlready, ReleaseIsDecidedAlready, ReleaseIsNotPrepared",
            "reject without reason: ReleaseNotFound, ReleaseIsNotPrepared, ReasonIsMissing, ReleaseIsDecidedAlready, ReleaseIsDecidedAlready, ReleaseIsNotPrepared",
            "download: ReleaseIsNotApproved, ReleaseIsNotApproved, ReleaseIsNotApproved, FileDownloaded, ReleaseIsNotApproved, ReleaseIsNotApproved",
            "download unknown: ReleaseIsNotApproved, ReleaseIsNotApproved, ReleaseIsNotApproved, FileNotFound, ReleaseIsNotApproved, ReleaseIsNotApproved",
            "download strangely: ReleaseIsNotApproved, ReleaseIsNotApproved, ReleaseIsNotApproved, RangeIsWrong, ReleaseIsNotApproved, ReleaseIsNotApproved",
            "look: FileNotFound, FileNotFound, FileInspected, FileInspected, FileInspected, FileNotFound",
            "remove: ReleaseNotFound, ContentRemoved, ContentRemoved, ContentRemoved, ContentRemoved, ContentRemoved",
            "remove by somebody: NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices, NotTheServices",
        ];
        ReleaseStanding[] standings = [ReleaseStanding.None, ReleaseStanding.Building, ReleaseStanding.Prepared, ReleaseStanding.Approved, ReleaseStanding.Rejected, ReleaseStanding.Failed];
        foreach (var row in rows)
            foreach (var (standing, cell) in standings.Zip(row.Split(": ")[1].Split(", ")))
                yield return new(row.Split(':')[0], standing, cell);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Decide_EveryCell_IsAsTheTableSays(string command, ReleaseStanding standing, string expected) =>
        Decide(In(standing), Commands[command].Command, Commands[command].Actor).ShouldBe(expected);

    [Fact]
    public void Table_HasEveryCommand() => Commands.Values.Select(one => one.Command.GetType()).Distinct()
        .ShouldBe(typeof(ReleaseCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(ReleaseCommand)), ignoreOrder: true);

    [Fact]
    public void NewerOrder_SupersedesEvenAnApprovedVersion()
    {
        var state = ReleaseFolding.Apply(In(ReleaseStanding.Approved), new ReleaseOrdered(2, [Order], [Approved], "first", Now));

        state.Versions[0].Standing.ShouldBe(ReleaseStanding.Superseded);
        ReleaseRules.Facts(state).ShouldBe(new ReleaseFacts(false, 2, null, ReleaseStanding.Building, "first"));
        Decide(state, new ApproveRelease(1, Manifest, true), "second").ShouldBe(nameof(ReleaseRefusal.ReleaseIsSuperseded));
        Decide(state, new RecordBuild(1, Manifest, [], []), PersonRules.Host).ShouldBe(nameof(ReleaseRefusal.ReleaseIsSuperseded));
        Decide(state, new RecordDownload("data.csv", "0-"), "member").ShouldBe(nameof(ReleaseRefusal.ReleaseIsNotApproved));
    }

    [Fact]
    public void Downloads_AreCountedFromTheFirst_AndTheStateKeepsTheLastHundred()
    {
        var state = Enumerable.Range(0, 150).Aggregate(In(ReleaseStanding.Approved), (now, at) =>
            ReleaseFolding.Apply(now, new FileDownloaded(1, "data.csv", Manifest, "0-", $"member{at}", Now.AddMinutes(at))));

        state.FirstDownloadAt.ShouldBe(Now);
        state.Downloads.Length.ShouldBe(100);
        state.Downloads[^1].UserId.ShouldBe("member149");
    }

    [Fact]
    public void LookOfASteward_IsNoDownload() =>
        ReleaseFolding.Apply(In(ReleaseStanding.Prepared), new FileInspected(1, "data.csv", Manifest, "second", Now)).FirstDownloadAt.ShouldBeNull();

    [Theory]
    [InlineData("survey", 1, "year", "year", "nothing")]
    [InlineData("other", 1, "year", "year", nameof(ReleaseRefusal.DatasetIsNotApproved))]
    [InlineData("survey", 2, "year", "year", nameof(ReleaseRefusal.VersionIsNotApproved))]
    [InlineData("survey", 1, "age", "year", nameof(ReleaseRefusal.VariablesAreNotApproved))]
    [InlineData("survey", 1, "", "year", nameof(ReleaseRefusal.VariablesAreNotApproved))]
    [InlineData("survey", 1, "year", "", nameof(ReleaseRefusal.FilterIsWrong))]
    public void Order_IsWhatWasApproved(string dataset, int version, string variable, string condition, string expected)
    {
        var filter = new RowFilter("year", [], condition.Length == 0 ? null : "2011", null);
        var order = new ExtractOrder(dataset, version, variable.Length == 0 ? [] : [variable], [filter]);

        (OrderRules.WhatIsWrong([order], [Approved])?.Code ?? "nothing").ShouldBe(expected);
    }

    [Fact]
    public void Order_HasEachApprovedDatasetOnce()
    {
        OrderRules.WhatIsWrong([Order, Order], [Approved])?.Code.ShouldBe(nameof(ReleaseRefusal.DatasetIsNotApproved));
        OrderRules.WhatIsWrong([Order], [Approved, Approved with { DatasetId = "other" }])?.Code.ShouldBe(nameof(ReleaseRefusal.ExtractIsMissing));
        OrderRules.WhatIsWrong([], [])?.Code.ShouldBe(nameof(ReleaseRefusal.ExtractIsMissing));
    }

    private static string Decide(ReleaseState state, ReleaseCommand command, string actor)
    {
        var result = ReleaseRules.Decide(state, command, actor, Now);
        return result.Refusal?.Code ?? string.Join(' ', result.Value.Select(happened => happened.GetType().Name));
    }

    private static ReleaseState In(ReleaseStanding standing) => standing is ReleaseStanding.None ? ReleaseState.None : ReleaseState.None with
    {
        Versions =
        [
            new VersionState
            {
                Version = 1, Standing = standing, PreparedBy = "first", PreparedAt = Now, Extracts = [Order], Approved = [Approved],
                ManifestSha256 = standing is ReleaseStanding.Building or ReleaseStanding.Failed ? "" : Manifest,
                Files = standing is ReleaseStanding.Building or ReleaseStanding.Failed ? [] : [new ReleaseFile("data.csv", Manifest, 10, 1, "survey")],
            },
        ],
    };
}
