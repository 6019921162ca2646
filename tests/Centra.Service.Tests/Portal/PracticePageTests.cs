using System.Net;
using System.Text;

namespace Centra.Service.Tests.Portal;

/// <summary>A practice in a browser: a file of opt-outs, keys, corrections and objections.</summary>
public sealed class PracticePageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Leonie = ["Leonie"];
    private static readonly string[] Ottilie = ["Ottilie"];

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task FileOfOptOuts_IsPreviewedLineByLine_ThenEntered()
    {
        var practice = await _app.AsPractice("file-north");
        var patient = new Patient("f1", "Philippa", "Quillfeather", "1951-07-14", "536-22-0417");
        await practice.IngestAsync(patient);
        var agent = await _app.AsAgent("file-north");
        using var browser = await Browser.SignInAsync(_app, agent.Email);

        var preview = await UploadAsync(browser, $"{patient.Line()}\n{{\"family\":\"Thin\"}}\n");
        var words = preview.Words();
        words.ShouldContain("2 lines; 1 can be entered, 1 cannot");
        words.ShouldContain("erases 1 of your patients");
        (await browser.PageAsync("/practice/patients")).ShouldContain("Quillfeather");
        var done = await browser.SendFormAsync(preview, "/practice/opt-out-file/enter", ("confirmCount", "1"));

        (await done.WordsAsync()).ShouldContain("1 people have opted out");
        (await browser.PageAsync("/practice/patients")).ShouldNotContain("Quillfeather");
        (await browser.PageAsync("/practice/opt-outs")).ShouldContain("/receipt");
    }

    [Fact]
    public async Task Receipt_IsSavedAsAFile_AndAnotherPracticeHasNone()
    {
        var practice = await _app.AsPractice("receipt-north");
        var optOut = await practice.Post("/api/opt-outs", new { given = Leonie, family = "Brackwater", birthDate = "1949-01-30", nationalId = "536-33-0417" }).Json();
        var receipt = $"/file/opt-outs/{optOut.Text("optOutId")}/receipt";
        using var own = await Browser.SignInAsync(_app, (await _app.AsAgent("receipt-north")).Email);
        using var other = await Browser.SignInAsync(_app, (await _app.AsAgent("receipt-south")).Email);
        using var nobody = Browser.Open(_app);

        using var saved = await own.Client.GetAsync(receipt);

        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        saved.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await other.Client.GetAsync(receipt)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.Client.GetAsync(receipt)).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Key_IsShownOnce_AndRevoked()
    {
        using var browser = await Browser.SignInAsync(_app, (await _app.AsAgent("keys-north")).Email);

        var issued = await (await browser.SubmitAsync("/practice/keys", ("label", "nightly"), ("scopes", "screen"))).Content.ReadAsStringAsync();
        var again = await browser.PageAsync("/practice/keys");

        issued.ShouldContain("shown now and never again");
        again.ShouldNotContain("shown now and never again");
        again.Words().ShouldContain("May: screen records.");
        var form = again[again.IndexOf("/do/practices/keys-north/keys/", StringComparison.Ordinal)..];
        await browser.FillAsync("/practice/keys", form[..form.IndexOf('"', StringComparison.Ordinal)]).ShouldLeadOn();
        (await browser.PageAsync("/practice/keys")).ShouldContain("revoked");
    }

    [Fact]
    public async Task Correction_IsAskedForByThePractice_AndConfirmedByAnOfficer()
    {
        var practice = await _app.AsPractice("back-north");
        var id = (await practice.Post("/api/opt-outs", new { given = Ottilie, family = "Marchbanks", birthDate = "1950-03-02", nationalId = "536-44-0417" }).Json()).Text("optOutId");
        using var agent = await Browser.SignInAsync(_app, (await _app.AsAgent("back-north")).Email);
        using var officer = await Browser.SignInAsync(_app, (await _app.As(Roles.PrivacyOfficer)).Email);

        await agent.FillAsync($"/practice/opt-outs/{id}/back", $"/do/opt-outs/{id}/correct").ShouldLeadOn();
        var waiting = await officer.PageAsync("/withdrawals");
        var form = waiting[waiting.IndexOf($"/do/opt-outs/{id}/withdrawals/", StringComparison.Ordinal)..];
        await officer.SendFormAsync(waiting, form[..form.IndexOf('"', StringComparison.Ordinal)]).ShouldLeadOn();

        (await officer.PageAsync($"/opt-outs/{id}")).Words().ShouldContain("State ended");
        (await agent.PageAsync("/practice/opt-outs")).Words().ShouldContain("ended");
    }

    [Fact]
    public async Task Correction_ThatAnOfficerDeclines_LeavesTheOptOut_AndThePracticeReadsWhy()
    {
        var practice = await _app.AsPractice("back-south");
        var id = (await practice.Post("/api/opt-outs", new { given = Ottilie, family = "Marchbanks", birthDate = "1951-03-02", nationalId = "536-44-0418" }).Json()).Text("optOutId");
        using var agent = await Browser.SignInAsync(_app, (await _app.AsAgent("back-south")).Email);
        using var officer = await Browser.SignInAsync(_app, (await _app.As(Roles.PrivacyOfficer)).Email);
        await agent.FillAsync($"/practice/opt-outs/{id}/back", $"/do/opt-outs/{id}/correct").ShouldLeadOn();
        (await agent.PageAsync($"/practice/opt-outs/{id}/back")).Words().ShouldContain("An officer has not decided yet.");
        var request = (await officer.PageAsync("/withdrawals")).Split($"/do/opt-outs/{id}/withdrawals/")[1].Split('/')[0];

        await officer.FillAsync("/withdrawals", $"/do/opt-outs/{id}/withdrawals/{request}/decline", ("reason", "The form is of another person.")).ShouldLeadOn();

        (await agent.PageAsync($"/practice/opt-outs/{id}/back")).Words().ShouldContain("Declined: The form is of another person.");
        (await officer.PageAsync($"/opt-outs/{id}")).Words().ShouldContain("State in force");
        (await officer.PageAsync("/withdrawals")).ShouldNotContain(id);
    }

    [Fact]
    public async Task Objection_AgainstNothing_IsRefused_AndKeepsWhatWasTyped()
    {
        using var browser = await Browser.SignInAsync(_app, (await _app.AsAgent("dispute-north")).Email);

        var refused = await browser.FillAsync("/practice/dispute", "/do/disputes", ("id", "p-77"), ("name[0].given:words", "Anselm"), ("name[0].family", "Nobodyhere"), ("birthDate", "1960-05-05"));

        ((int)refused.StatusCode).ShouldBeInRange(400, 499);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("value=\"Nobodyhere\"");
    }

    [Fact]
    public async Task Upload_ShowsItsCounts_AndRejectsAsCsvWithoutContent()
    {
        var practice = await _app.AsPractice("up-north");
        await practice.IngestAsync(new Patient("u1", "Gwendolen", "Ashlocke", "1958-11-20", "536-55-0417"));
        using var browser = await Browser.SignInAsync(_app, (await _app.AsAgent("up-north")).Email);
        var list = await browser.PageAsync("/practice/uploads");
        var link = list[list.IndexOf("/practice/uploads/", StringComparison.Ordinal)..];
        link = link[..link.IndexOf('"', StringComparison.Ordinal)];

        var page = await browser.PageAsync(link);
        var csv = await browser.PageAsync($"{link}/rejects.csv");

        page.ShouldContain("data-live");
        page.Words().ShouldContain("Accepted 3");
        csv.ShouldStartWith("batch,line,code,meaning");
        csv.ShouldNotContain("Ashlocke");
        (await browser.PageAsync($"{link}/progress")).ShouldNotContain("<html");
    }

    private static async Task<string> UploadAsync(Browser browser, string text)
    {
        var token = PageForm.Find(await browser.PageAsync("/practice/opt-out-file"), "/practice/opt-out-file")!.Fields[0];
        using var content = new MultipartFormDataContent { { new StringContent(token.Value), token.Key }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "list.ndjson" } };
        var answer = await browser.Client.PostAsync("/practice/opt-out-file", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
