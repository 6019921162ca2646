using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Centra.Datasets;
using Centra.Releases;
using Centra.Storage;

namespace Centra.Service.Tests.Releases;

/// <summary>A release from a stored dataset version to an approved manifest, by the real bench; the request's own checks are tested where requests are.</summary>
public sealed class ReleaseStoryTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly DatasetVariable[] Variables =
    [
        new("id", "Id", "A number", VariableType.Whole, IdentifyingKind.None, false, []), new("year", "Year", "When", VariableType.Year, IdentifyingKind.Quasi, false, []),
        new("region", "Region", "Where", VariableType.Text, IdentifyingKind.Quasi, false, []), new("secret", "Secret", "Stays", VariableType.Text, IdentifyingKind.None, false, []),
    ];

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Release_IsBuilt_ApprovedBySecondSteward_AndListed()
    {
        await DatasetAsync("story");
        var release = _app.Grain<IReleaseGrain>("release/request-1");
        var ordered = await release.Handle(_app.Command("first"), Order("story"));
        ordered.Value!.Versions[0].Standing.ShouldBe(ReleaseStanding.Building);

        var version = (await BuiltAsync(release)).Versions[0];
        version.Reason.ShouldBe("");
        version.Standing.ShouldBe(ReleaseStanding.Prepared);
        version.Files.Select(file => file.Name).ShouldBe(["data-story.csv", "dictionary-story.csv", "README.txt", "manifest.json"]);
        foreach (var file in version.Files)
            Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(file))).ShouldBe(file.Sha256);
        using var manifest = JsonDocument.Parse(await BytesAsync(version.Files[^1]));
        version.ManifestSha256.ShouldBe(version.Files[^1].Sha256);
        manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => file.Text("sha256")).ShouldBe(version.Files[..^1].Select(file => file.Sha256));
        Encoding.UTF8.GetString(await BytesAsync(version.Files[0])).ShouldStartWith("year,region\r\n");
        version.Checks[0].SmallestGroup!.Value.ShouldBeGreaterThanOrEqualTo(11);

        (await release.Handle(_app.Command("first"), new ApproveRelease(1, version.ManifestSha256, true))).Refusal!.Code.ShouldBe(nameof(ReleaseRefusal.SecondPersonIsNeeded));
        (await release.Handle(_app.Command("second"), new ApproveRelease(1, version.ManifestSha256, true))).Refusal.ShouldBeNull();
        (await release.Facts()).ShouldBe(new ReleaseFacts(true, 1, null, ReleaseStanding.Approved, "first"));
        var listed = (await (await _app.As(Roles.Auditor)).Client.GetAsync("/api/releases?request=request-1").Json()).Items().ShouldHaveSingleItem();
        (listed.Text("standing"), listed.Text("preparedBy"), listed.Text("decidedBy")).ShouldBe(("approved", "first", "second"));
    }

    [Fact]
    public async Task Building_AgainAfterACrash_MakesTheSameManifest()
    {
        await DatasetAsync("crash");
        var order = new ReleaseOrder("request-2", 1, Order("crash").Extracts, Order("crash").Approved, "first", DateTimeOffset.UnixEpoch);

        var (first, again) = (await _app.Get<ReleaseBuilding>().BuildAsync(order, CancellationToken.None), await _app.Get<ReleaseBuilding>().BuildAsync(order, CancellationToken.None));

        first.ShouldBeOfType<RecordBuild>().ManifestSha256.ShouldBe(again.ShouldBeOfType<RecordBuild>().ManifestSha256);
    }

    [Fact]
    public async Task OrderThatTheQueueLost_IsFoundInTheReadModel()
    {
        var (read, queue) = (_app.Get<ReadStore>(), new ReleaseQueue());
        await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into release (release_key, request_id, version, standing, rows, bytes, prepared_by, prepared_at) values ('lost/0001', 'lost', 1, 'Building', 0, 0, 'first', 0)"));

        (await new ReleaseBuilds(read, queue).RunAsync()).ShouldBeGreaterThan(0);

        await using var waiting = queue.TakeAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        (await waiting.MoveNextAsync()).ShouldBeTrue();
        waiting.Current.ShouldBe("lost");
    }

    [Fact]
    public async Task ExtractThatCannotBeMade_FailsWithItsCode()
    {
        await DatasetAsync("small");
        var release = _app.Grain<IReleaseGrain>("release/request-4");
        var order = Order("small");
        await release.Handle(_app.Command("first"), order with { Extracts = [order.Extracts[0] with { Filters = [new RowFilter("id", [], "1", "5")] }] });

        var version = (await BuiltAsync(release)).Versions[0];

        (version.Standing, version.Files.Length).ShouldBe((ReleaseStanding.Failed, 0));
        (await (await _app.As(Roles.DataSteward)).Client.GetAsync("/api/releases?request=request-4").Json()).Items()[0].Text("reason").ShouldBe(nameof(ReleaseRefusal.NothingIsLeft));
    }

    [Fact]
    public async Task Release_OfARequestThatIsNotTheCallers_IsNotThere()
    {
        var person = await _app.As(Roles.Applicant);

        (await person.Client.GetAsync("/api/releases/request-1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.Client.GetAsync("/api/releases/request-1/files/manifest.json/link")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await person.Client.GetAsync("/api/releases/download/made-up").ShouldRefuse(HttpStatusCode.NotFound, nameof(ReleaseRefusal.LinkIsNotValid));
    }

    private static BuildRelease Order(string dataset) => new([new ExtractOrder(dataset, 1, ["year", "region"], [])], [new ApprovedDataset(dataset, 1, ["year", "region"], 2010, null)]);

    private async Task DatasetAsync(string id)
    {
        var csv = new StringBuilder("id,year,region,secret\r\n");
        for (var row = 0; row < 400; row++)
            csv.Append(CultureInfo.InvariantCulture, $"{row},{2008 + row % 5},{(row % 40 == 0 ? "islet" : "north")},hush\r\n");
        var sha256 = await _app.Get<IFileStore>().PutAsync(Encoding.UTF8.GetBytes(csv.ToString()));
        DatasetCommand[] commands =
        [
            new AddDataset(new DatasetDescription("Story", "Made up.", "Made up.", "tests", Sensitivity.Confidential, ["GRU"], "survey", 2008, null, null)),
            new SetDictionary([.. Variables]), new AddVersion(sha256, csv.Length, 400, [.. Variables.Select(variable => variable.Name)], "first"),
            new SetReleaseProfile(new ReleaseProfile(["year", "region"], ["year", "region"], 11, true)),
        ];
        foreach (var command in commands)
            (await _app.Grain<IDatasetGrain>($"dataset/{id}").Handle(_app.Command("steward"), command)).Refusal.ShouldBeNull();
    }

    private static async Task<ReleaseView> BuiltAsync(IReleaseGrain release)
    {
        var built = await Patience.UntilThereAsync(async () => (await release.View()).Value is { } view && view.Versions[^1].Standing is not ReleaseStanding.Building ? view : null);
        return built.ShouldNotBeNull();
    }

    private async Task<byte[]> BytesAsync(ReleaseFile file)
    {
        using var bytes = new MemoryStream();
        await using var stored = await _app.Get<IFileStore>().OpenAsync(file.Sha256);
        await stored!.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
