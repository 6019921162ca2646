using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>Pages of those who look after the service: officers, operators, auditors; and what everybody may read.</summary>
public sealed class OverseeingPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    public static TheoryData<string, string> Places => new()
    {
        { Roles.PrivacyOfficer, "/review-lane /withdrawals /opt-outs /practices /looks /look-grants /break-glass /disclosures /accounting /alarms /people /jobs /retention" },
        { Roles.Operator, "/operation /jobs /people /people/admit /alarms" },
        { Roles.Auditor, "/audit /audit/sign-ins /audit/state /looks /look-grants /break-glass /disclosures /retention /alarms /people /jobs /rules /institutions /committees /dataset-questions /dataset-questions/interest" },
        { Roles.RequestManager, "/rules /rules/form /institutions /committees /dataset-questions" },
        { Roles.DataSteward, "/catalogue /catalogue/add /dataset-questions /dataset-questions/interest /rules" },
        { Roles.Applicant, "/catalogue /my-questions" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Place_OfARole_IsThere(string role, string paths)
    {
        using var browser = await Browser.SignInAsync(_app, (await _app.As(role)).Email);

        foreach (var path in paths.Split(' '))
        {
            var page = await browser.PageAsync(path);
            page.Split("<h1>").Length.ShouldBe(2, path);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    [InlineData("/policies")]
    [InlineData("/public-figures")]
    [InlineData("/approved-requests")]
    [InlineData("/opt-out")]
    public async Task PublicPage_IsThereForEverybody(string path)
    {
        using var browser = Browser.Open(_app);

        (await browser.PageAsync(path)).ShouldContain("<html lang=\"en\">");
    }

    [Theory]
    [InlineData("/es/opt-out")]
    [InlineData("/opt-out?lang=es")]
    [InlineData("/es/opt-out/form")]
    public async Task SpanishPage_SaysThatItIsSpanish(string path)
    {
        using var browser = Browser.Open(_app);

        (await browser.PageAsync(path)).ShouldContain("<html lang=\"es\">");
    }

    [Fact]
    public async Task List_IsSavedAsCsv_ByWhoeverMaySeeIt()
    {
        using var auditor = await Browser.SignInAsync(_app, (await _app.As(Roles.Auditor)).Email);
        using var applicant = await Browser.SignInAsync(_app, (await _app.As(Roles.Applicant)).Email);

        using var csv = await auditor.Client.GetAsync("/csv/audit?limit=5");

        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit.csv");
        (await applicant.Client.GetAsync("/csv/audit")).Headers.Location!.AbsolutePath.ShouldBe("/denied");
    }

    [Fact]
    public async Task Event_IsShownBesideTheFormerOneOfItsKind()
    {
        var person = await _app.As(Roles.Reviewer);
        var one = await _app.As(Roles.Operator);
        await one.Client.Post($"/api/admin/users/{person.UserId}/training", new { employer = "First House", trainedOn = "2025-01-02" }).Json();
        await one.Client.Post($"/api/admin/users/{person.UserId}/training", new { employer = "Second House", trainedOn = "2025-01-02" }).Json();
        using var auditor = await Browser.SignInAsync(_app, (await _app.As(Roles.Auditor)).Email);

        var list = WebUtility.HtmlDecode(await auditor.PageAsync($"/audit?stream=person/{person.UserId}&type=TrainingRecorded"));
        var link = list[list.IndexOf("/audit/event?", StringComparison.Ordinal)..];
        var words = (await auditor.PageAsync(link[..link.IndexOf('"', StringComparison.Ordinal)])).Words();

        words.ShouldContain("First House Second House changed");
        words.ShouldContain("follows on the event before it");
    }

    [Fact]
    public async Task Person_IsAdmitted_WithAPasswordShownOnce_AndARoleNeedsTwo()
    {
        using var first = await Browser.SignInAsync(_app, (await _app.As(Roles.Operator)).Email);
        using var second = await Browser.SignInAsync(_app, (await _app.As(Roles.Operator)).Email);

        var admitted = await (await first.FillAsync("/people/admit", "/people/admit", ("DisplayName", "Ida Newcomer"), ("Email", "ida@society.test"))).Content.ReadAsStringAsync();
        admitted.ShouldContain("shown now and never again");
        var person = admitted[admitted.IndexOf("/people/user-", StringComparison.Ordinal)..];
        person = person[..person.IndexOf('"', StringComparison.Ordinal)];
        var id = person.Split('/')[^1];
        await first.FillAsync(person, $"/do/admin/users/{id}/roles", ("role", Roles.Reviewer)).ShouldLeadOn();

        (await first.PageAsync(person)).ShouldNotContain($"/do/admin/users/{id}/roles/Reviewer/approve");
        (await second.PageAsync("/home")).ShouldContain("Ida Newcomer");
        await second.FillAsync(person, $"/do/admin/users/{id}/roles/Reviewer/approve").ShouldLeadOn();
        (await second.PageAsync(person)).Words().ShouldContain("Roles Reviewer");
    }

    [Fact]
    public async Task Rules_ThatAreWrong_AreRefused_AndKeepWhatWasTyped()
    {
        using var manager = await Browser.SignInAsync(_app, (await _app.As(Roles.RequestManager)).Email);

        var refused = await manager.FillAsync("/rules/calendar", "/do/admin/rules/calendar", ("document:json", "{\"zone\":\"Nowhere/AtAll\"}"), ("note", "try"));

        ((int)refused.StatusCode).ShouldBeInRange(400, 499);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("Nowhere/AtAll");
    }

    [Fact]
    public async Task BreakGlass_IsReviewedByAnotherOfficer()
    {
        using var one = await Browser.SignInAsync(_app, (await _app.As(Roles.PrivacyOfficer)).Email);
        using var other = await Browser.SignInAsync(_app, (await _app.As(Roles.PrivacyOfficer)).Email);
        var reason = "An emergency department asks about a mix-up.";
        var purpose = PageForm.Find(await one.PageAsync("/break-glass"), "/do/looks/break-glass")!["purpose"]!;

        await one.FillAsync("/break-glass", "/do/looks/break-glass", ("purpose", purpose), ("reason", reason)).ShouldLeadOn();
        var page = await other.PageAsync("/break-glass?state=open");
        page.ShouldNotContain(reason);
        var form = page[page.IndexOf("/do/looks/break-glass/", StringComparison.Ordinal)..];
        form = form[..form.IndexOf('"', StringComparison.Ordinal)];
        (await other.PageAsync($"/break-glass?reason={form.Split('/')[4]}")).ShouldContain(reason);
        (await one.PageAsync("/break-glass")).ShouldNotContain(form);
        await other.SendFormAsync(page, form, ("outcome", "reviewed")).ShouldLeadOn();

        (await other.PageAsync("/break-glass?state=reviewed")).Words().ShouldContain("Found justified");
    }
}
