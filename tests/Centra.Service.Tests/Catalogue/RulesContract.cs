using System.Net;
using System.Text.Json;
using Centra.Rules;

namespace Centra.Service.Tests.Catalogue;

/// <summary>On SQLite.</summary>
public sealed class RulesTests(SharedApp shared) : RulesContract(shared), IClassFixture<SharedApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresRulesTests(PostgresSharedApp shared) : RulesContract(shared), IClassFixture<PostgresSharedApp>;

/// <summary>Rules as data.</summary>
public abstract class RulesContract(SharedApp shared)
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Rules_OfEveryKind_AreInEffectFromTheStart()
    {
        var applicant = await _app.As(Roles.Applicant);

        foreach (var kind in RulesKinds.All)
            (await applicant.Client.GetAsync($"/api/admin/rules/{kind}").Json()).GetProperty("number").GetInt32().ShouldBeGreaterThan(0, kind);
        await applicant.Client.GetAsync("/api/admin/rules/none-such").ShouldRefuse(HttpStatusCode.NotFound, nameof(RulesRefusal.RulesNotFound));
    }

    [Fact]
    public async Task Chair_PublishesCommitteeRules_AndTheFormerVersionStays()
    {
        var chair = await _app.As(Roles.Chair);
        var before = (await chair.Client.GetAsync("/api/admin/rules/committee").Json()).GetProperty("number").GetInt32();
        var document = JsonSerializer.Deserialize<JsonElement>(RulesDefaults.Of(RulesKinds.Committee).Replace("\"ballotDays\": 14", "\"ballotDays\": 21"));

        var published = await chair.Client.Post("/api/admin/rules/committee", new { document, note = "A week more.", basedOn = before }).Json();

        published.GetProperty("number").GetInt32().ShouldBe(before + 1);
        (await chair.Client.GetAsync("/api/admin/rules/committee").Json()).GetProperty("document").GetProperty("ballotDays").GetInt32().ShouldBe(21);
        (await chair.Client.GetAsync($"/api/admin/rules/committee/versions/{before}").Json()).GetProperty("document").GetProperty("ballotDays").GetInt32().ShouldBe(14);
        (await chair.Client.GetAsync("/api/admin/rules?kind=committee").Json()).Items()[0].Text("note").ShouldBe("A week more.");
        await chair.Client.Post("/api/admin/rules/committee", new { document, note = "Late.", basedOn = before }).ShouldRefuse(HttpStatusCode.Conflict, nameof(RulesRefusal.AnotherVersionCameFirst));
    }

    [Fact]
    public async Task Document_WithAFault_IsRefusedByField()
    {
        var finance = await _app.As(Roles.Finance);

        var problem = await finance.Client.Post("/api/admin/rules/prices", new { document = new { currency = "usd" }, note = "Typo." }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(RulesRefusal.DocumentIsWrong));

        problem.Text("detail").ShouldContain("validFrom needs a day");
        await finance.Client.Post("/api/admin/rules/prices", new { note = "Nothing." }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(RulesRefusal.DocumentIsWrong));
    }

    [Fact]
    public async Task Manager_DoesNotPublishWhatIsTheChairs()
    {
        var manager = await _app.As(Roles.RequestManager);

        await manager.Client.Post("/api/admin/rules/committee", new { note = "Lower." }).ShouldRefuse(HttpStatusCode.Forbidden, "NotAllowed");
    }

    [Fact]
    public async Task List_ComesInPagesAndAsCsv()
    {
        var auditor = await _app.As(Roles.Auditor);
        var (found, after) = (new HashSet<string>(), "");
        do
        {
            var page = await auditor.Client.GetAsync($"/api/admin/rules?limit=4&after={after}").Json();
            foreach (var item in page.Items())
                found.Add($"{item.Text("kind")} {item.GetProperty("number")}").ShouldBeTrue();
            after = page.Has("next") ? page.Text("next") : "";
        }
        while (after.Length > 0);
        found.Count.ShouldBeGreaterThanOrEqualTo(RulesKinds.All.Count);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/rules") { Headers = { { "Accept", "text/csv" } } };
        (await (await auditor.Client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldStartWith("kind,number,sha256,effectiveFrom");
    }
}
