using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Centra.Agreements;
using Centra.Datasets;
using Centra.Rules;

namespace Centra.Service.Tests.Agreements;

/// <summary>On SQLite.</summary>
public sealed class AgreementApiTests(SharedApp shared) : AgreementApiContract(shared), IClassFixture<SharedApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresAgreementApiTests(PostgresSharedApp shared) : AgreementApiContract(shared), IClassFixture<PostgresSharedApp>;

/// <summary>Agreements.</summary>
public abstract class AgreementApiContract(SharedApp shared)
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Document_Read_IsTheFileOfTheHashThatIsSigned()
    {
        var version = (await IssueAsync("document", 1000m)).Versions[0];
        var manager = await _app.As(Roles.RequestManager);

        using var pages = await manager.Client.GetAsync("/api/agreements/document/versions/1/document");
        var bytes = await pages.Content.ReadAsByteArrayAsync();
        pages.Content.Headers.ContentType?.MediaType.ShouldBe("application/pdf");
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(version.Sha256);
        pages.Headers.GetValues("Content-Digest").Single().ShouldBe($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/agreements/document/versions/1/document") { Headers = { Accept = { new("text/plain") } } };
        using var text = await manager.Client.SendAsync(asked);
        Convert.ToHexStringLower(SHA256.HashData(await text.Content.ReadAsByteArrayAsync())).ShouldBe(version.TextSha256);
    }

    [Fact]
    public async Task Versions_Compared_NameTheClausesThatDiffer()
    {
        await IssueAsync("compared", 1000m);
        await SendAsync("compared", new ReviseAgreement(ContentOf("compared", 900m), "A lower fee."));
        var manager = await _app.As(Roles.RequestManager);

        var changes = (await manager.Client.GetAsync("/api/agreements/compared/versions/2/changes").Json()).GetProperty("changes").EnumerateArray().ToList();

        changes.ShouldContain(change => change.Text("kind") == "changed" && change.Text("former") == "Base fee: USD 1,000.00" && change.Text("later") == "Base fee: USD 900.00");
        await manager.Client.GetAsync("/api/agreements/compared/versions/1/changes").ShouldRefuse(HttpStatusCode.NotFound, nameof(AgreementRefusal.VersionNotFound));
        await manager.Client.GetAsync("/api/agreements/compared/versions/2/changes?from=7").ShouldRefuse(HttpStatusCode.NotFound, nameof(AgreementRefusal.VersionNotFound));
    }

    [Fact]
    public async Task WhoIsNotConcerned_SeesNothing_AsIfThereWereNothing()
    {
        await IssueAsync("foreign", 1000m);
        var applicant = await _app.As(Roles.Applicant);

        await applicant.Client.GetAsync("/api/agreements/foreign").ShouldRefuse(HttpStatusCode.NotFound, nameof(AgreementRefusal.AgreementNotFound));
        await applicant.Client.GetAsync("/api/agreements/none").ShouldRefuse(HttpStatusCode.NotFound, nameof(AgreementRefusal.AgreementNotFound));
        await applicant.Client.GetAsync("/api/agreements/foreign/versions/1/document").ShouldRefuse(HttpStatusCode.NotFound, nameof(AgreementRefusal.VersionNotFound));
        (await applicant.Client.GetAsync("/api/agreements").Json()).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task List_IsPagedByCursor_AndCsvIfAsked()
    {
        await IssueAsync("listed-a", 1000m);
        await IssueAsync("listed-b", 0.5m);
        var auditor = await _app.As(Roles.Auditor);

        var page = await auditor.Client.GetAsync("/api/agreements?standing=issued&after=listed-&limit=1").Json();
        page.Items().Single().Text("requestId").ShouldBe("listed-a");
        (await auditor.Client.GetAsync($"/api/agreements?after={page.Text("next")}&limit=1").Json()).Items().Single().Text("total").ShouldBe("0.50");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/agreements?after=listed-&limit=1") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/csv") } } };
        using var csv = await auditor.Client.SendAsync(asked);
        (await csv.Content.ReadAsStringAsync()).ShouldStartWith("requestId,standing,version,sha256,");
        csv.Headers.GetValues("Link").Single().ShouldContain("after=listed-a");
    }

    private async Task<AgreementView> IssueAsync(string request, decimal fee)
    {
        var rules = _app.Grain<IRulesGrain>($"rules/{RulesKinds.AgreementTemplate}");
        if ((await rules.Version(1)).IsRefused)
            await rules.Handle(_app.Command(), new PublishRules(RulesDefaults.Of(RulesKinds.AgreementTemplate), null, "First."));
        return await SendAsync(request, new IssueAgreement(ContentOf(request, fee)));
    }

    private async Task<AgreementView> SendAsync(string request, AgreementCommand command)
    {
        var answer = await _app.Grain<IAgreementGrain>($"agreement/{request}").Handle(_app.Command("manager"), command);
        answer.Refusal.ShouldBeNull();
        return answer.Value!;
    }

    private AgreementContent ContentOf(string request, decimal fee) => new(
        request, "A study", "To study.", "The Society", new AgreementInstitution("https://ror.org/01abc", "Northern University", "US"), new AgreementPerson("Ada Stone", "PI", ""), [],
        [new AgreementDataset("census", "Census", 1, Sensitivity.DeIdentified, ["year"], "All.")], ImmutableArray<string>.Empty,
        new AgreementCost(1, [new AgreementCostLine("Base fee", fee)], fee, "USD"), 1, 24, DateOnly.FromDateTime(_app.Clock.GetUtcNow().UtcDateTime).AddDays(30), "America/New_York", "Cleo Hart");
}
