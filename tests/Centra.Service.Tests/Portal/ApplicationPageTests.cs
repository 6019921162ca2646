using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Portal;

/// <summary>An application written in a browser without a script, and by the portal's script.</summary>
public class ApplicationPageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Applicant_BeginsADraft_ThatNobodyElseSees()
    {
        using var pi = await SignInAsync("pi");
        using var manager = await SignInAsync("manager");

        var page = await BeginAsync(pi);

        (await pi.PageAsync(page)).Words().ShouldContain("Before it can be handed in");
        (await manager.Client.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Section_ChangedByTwo_KeepsWhatWasTyped_AndShowsWhatIsThere()
    {
        using var pi = await SignInAsync("pi");
        var section = $"{await BeginAsync(pi)}/sections/project";
        var stale = await pi.PageAsync(section);

        (await pi.FillAsync(section, section, ("text.background", "Theirs"), ("text.title", "Kept"), ("go", "here")).ShouldLeadOn()).ToString().ShouldBe($"{section}?done=saved");
        using var late = await pi.SendFormAsync(stale, section, ("text.background", "Mine"), ("text.title", ""), ("go", "here"));

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var words = await late.WordsAsync();
        words.ShouldContain("It now reads: Theirs");
        words.ShouldContain("Mine");
        (await pi.FillAsync(section, section, ("text.background", "Both"), ("go", "next")).ShouldLeadOn()).ToString().ShouldEndWith("/sections/methods?done=saved");
        (await pi.PageAsync(section)).ShouldContain("Both");
        (await pi.PageAsync(section)).ShouldContain("value=\"Kept\"");
    }

    [Fact]
    public async Task Script_SavesAField_AndIsToldOfAConflictInJson()
    {
        using var pi = await SignInAsync("pi");
        var page = await BeginAsync(pi);
        var to = $"/do{page.Replace("/application", "/sections/question", StringComparison.Ordinal)}";

        (await SaveAsync(pi, page, to, "First", "0")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var conflict = await SaveAsync(pi, page, to, "Second", "0");

        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(await conflict.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe("SectionWasChangedMeanwhile");
    }

    [Fact]
    public async Task Dataset_WithYearsTheWrongWayRound_IsRefused_WithItsTicksKept()
    {
        using var pi = await SignInAsync("pi");
        var page = await BeginAsync(pi);
        var (dataset, to) = ($"{page}/datasets/{RequestCast.Dataset}", $"/do{page.Replace("/application", "", StringComparison.Ordinal)}/datasets/{RequestCast.Dataset}");

        using var refused = await pi.FillAsync(dataset, to, ("variables:list", "year"), ("variables:list", "track"), ("cohort", "Lung only"), ("fromYear", "2024"), ("toYear", "2018"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("Lung only");
        html.ShouldContain("value=\"track\" checked");
        await pi.FillAsync(dataset, to, ("variables:list", "year"), ("fromYear", "2018")).ShouldLeadOn();
        (await pi.PageAsync($"{page}/datasets")).Words().ShouldContain("1 variables, from 2018 years");
    }

    [Fact]
    public async Task Cohort_IsCounted_BeforeAsking()
    {
        using var pi = await SignInAsync("pi");
        var dataset = $"{await BeginAsync(pi)}/datasets/{RequestCast.Dataset}";

        using var counted = await pi.FillAsync(dataset, $"{dataset}/count#count", ("facet.meeting", "annual-meeting"));

        counted.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await counted.WordsAsync()).ShouldContain("more times today");
    }

    [Fact]
    public async Task Colleague_IsNamedByEmail_AndUnknownAddressesAreRefusedWithWhatWasTyped()
    {
        using var pi = await SignInAsync("pi");
        var people = $"{await BeginAsync(pi)}/people";
        var team = people.Replace("/people", "/team", StringComparison.Ordinal);

        using var refused = await pi.FillAsync(people, team, ("email", "nobody@else.test"), ("name", "Ben Hart"), ("institutionId", _cast.Ror), ("part", "Delegate"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("value=\"Ben Hart\"");

        await pi.FillAsync(people, team, ("email", _cast["colleague"].Email.ToUpperInvariant()), ("name", "Ben Hart"), ("institutionId", _cast.Ror), ("part", "Delegate")).ShouldLeadOn();
        (await pi.PageAsync(people)).Words().ShouldContain("Ben Hart Northern University acts for the principal investigator");
    }

    [Fact]
    public async Task Document_IsAttached_OnlyWithTheFormsToken_AndReadByTheTeamAlone()
    {
        using var pi = await SignInAsync("pi");
        using var stranger = await SignInAsync("stranger");
        var documents = $"{await BeginAsync(pi)}/documents";
        var token = Regex.Match(await pi.PageAsync(documents), "<input type=\"hidden\" name=\"(__[^\"]+)\" value=\"([^\"]+)\"");

        (await UploadAsync(pi, documents, null, "%PDF-1.7\n%%EOF\n")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await UploadAsync(pi, documents, token, "MZ no document")).WordsAsync()).ShouldContain("By its content this is no PDF");
        await UploadAsync(pi, documents, token, "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n").ShouldLeadOn();

        var address = Regex.Match(await pi.PageAsync(documents), "href=\"(/documents/[^\"]+)\"").Groups[1].Value;
        (await pi.Client.GetAsync(address)).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await stranger.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Copy_IsComparedWithItsFormer_WordByWord()
    {
        using var pi = await SignInAsync("pi");
        var former = await BeginAsync(pi);
        await pi.FillAsync($"{former}/sections/project", $"{former}/sections/project", ("text.background", "Nobody knows why")).ShouldLeadOn();
        var id = former.Split('/')[2];
        var copy = (await pi.FillAsync($"/requests/new?copyOf={id}", "/do/requests", ("title", "A copy"), ("name", "Ada Stone"), ("institutionId", _cast.Ror)).ShouldLeadOn()).ToString().Split('?')[0];
        await pi.FillAsync($"{copy}/sections/project", $"{copy}/sections/project", ("text.background", "Nobody asked why")).ShouldLeadOn();

        var html = await pi.PageAsync($"{copy}/compare?with={id}");

        html.ShouldContain("<del>knows </del>");
        html.ShouldContain("<ins>asked </ins>");
    }

    private Task<Browser> SignInAsync(string who) => Browser.SignInAsync(_cast.App, _cast[who].Email);

    private async Task<string> BeginAsync(Browser pi) =>
        (await pi.FillAsync("/requests/new", "/do/requests", ("title", "Words over time"), ("name", "Ada Stone"), ("institutionId", _cast.Ror)).ShouldLeadOn()).ToString().Split('?')[0];

    private static async Task<HttpResponseMessage> SaveAsync(Browser pi, string page, string to, string text, string revision)
    {
        var token = Regex.Match(await pi.PageAsync(page), "<input type=\"hidden\" name=\"(__[^\"]+)\" value=\"([^\"]+)\"");
        using var save = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent([new(token.Groups[1].Value, token.Groups[2].Value), new("_method", "PUT"), new("_key", text), new("text", text), new("revision", revision)]),
        };
        save.Headers.Accept.ParseAdd("application/json");
        return await pi.Client.SendAsync(save);
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser pi, string page, Match? token, string content)
    {
        using var file = new ByteArrayContent(Encoding.ASCII.GetBytes(content));
        using var form = new MultipartFormDataContent();
        if (token is not null)
            form.Add(new StringContent(token.Groups[2].Value), token.Groups[1].Value);
        form.Add(file, "file", "protocol.pdf");
        return await pi.Client.PostAsync(page, form);
    }
}
