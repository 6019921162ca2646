using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Service.Tests.Portal;

/// <summary>The agreement in a browser, without any script.</summary>
public sealed class AgreementPageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    // A day of the society's, which may be another than in Greenwich.
    private string Today() => $"{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(_cast.App.Clock.GetUtcNow(), "America/New_York"):yyyy-MM-dd}";

    [Fact]
    public async Task Signing_WithAWrongPassword_KeepsWhatWasTypedButNoSecret()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        using var official = await PageVisit.OfAsync(_cast, "official");

        using var refused = await official.SubmitAsync(Page(story), $"/requests/{story.Id}/agreement/sign", ("capacity", "Provost of all"), ("password", "not-my-password-7"), ("totp", "123987"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("id=\"refused\"");
        html.ShouldContain("Provost of all");
        html.ShouldNotContain("not-my-password-7");
        html.ShouldNotContain("123987");
    }

    [Fact]
    public async Task Signing_BindsTheHashThatIsShown_AndIsNotOfferedAgain()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        using var official = await PageVisit.OfAsync(_cast, "official");
        var pdf = await (await official.GetAsync($"{Page(story)}/versions/1/document")).Content.ReadAsByteArrayAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));

        (await official.ReadAsync(Page(story))).ShouldContain(hash);
        (await official.FormAsync(Page(story), $"/requests/{story.Id}/agreement/sign"))!["sha256"].ShouldBe(hash);
        await official.TakenAsync(Page(story), $"/requests/{story.Id}/agreement/sign", ("capacity", "Provost"), ("password", AppPeople.Password));

        (await official.FormAsync(Page(story), $"/requests/{story.Id}/agreement/sign")).ShouldBeNull();
        (await story.ActionAsync("official", "signAgreement")).ShouldBe("InstitutionHasSignedAlready");
        (await story.ActionAsync("manager", "issueAgreement")).ShouldBe("AgreementWasIssuedAlready");
        using var signatory = await PageVisit.OfAsync(_cast, "signatory");
        await signatory.TakenAsync(Page(story), $"/requests/{story.Id}/agreement/countersign", ("capacity", "Director"), ("password", AppPeople.Password));
        (await signatory.ReadAsync(Page(story))).ShouldContain("fully executed");
    }

    [Fact]
    public async Task Changes_AreAskedFor_Answered_AndVersionsCompared()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        using var official = await PageVisit.OfAsync(_cast, "official");
        using var manager = await PageVisit.OfAsync(_cast, "manager");

        await official.TakenAsync(Page(story), $"/requests/{story.Id}/agreement/changes", ("comments[0].clauseId", "cost"), ("comments[0].text", "Half of it"));
        (await official.FormAsync(Page(story), $"/requests/{story.Id}/agreement/sign")).ShouldBeNull();
        (await manager.ReadAsync(Page(story))).ShouldContain("Half of it");
        await manager.TakenAsync(Page(story), $"/requests/{story.Id}/agreement/revise", ("note", "Made anew"));

        (await official.FormAsync(Page(story), $"/requests/{story.Id}/agreement/sign")).ShouldNotBeNull();
        var compared = await official.HtmlAsync($"{Page(story)}/compare?from=1&to=2");
        compared.ShouldContain("<del>1");
        compared.ShouldContain("<ins>2");
        (await official.StatusAsync($"{Page(story)}/compare?from=1&to=9")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scan_IsSentInByAForm_ReadByStaff_AndAttestedByTwo()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        using var manager = await PageVisit.OfAsync(_cast, "manager");
        using var other = await PageVisit.OfAsync(_cast, "manager2");
        var scan = Encoding.ASCII.GetBytes("%PDF-1.7\n% signed\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

        (await SendScanAsync(manager, story, scan, "2020-01-01")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendScanAsync(manager, story, scan, Today())).ShouldBe(HttpStatusCode.Redirect);
        (await (await other.GetAsync($"{Page(story)}/scan")).Content.ReadAsByteArrayAsync()).ShouldBe(scan);
        await manager.TakenAsync(Page(story), $"/requests/{story.Id}/agreement/scan/attest");
        (await manager.FormAsync(Page(story), $"/requests/{story.Id}/agreement/scan/attest")).ShouldBeNull();
        await other.TakenAsync(Page(story), $"/requests/{story.Id}/agreement/scan/attest");

        (await other.ReadAsync(Page(story))).ShouldContain("Signed on paper; two people attested the scan.");
        using var stranger = await PageVisit.OfAsync(_cast, "stranger");
        (await stranger.StatusAsync($"{Page(story)}/scan")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.StatusAsync(Page(story))).ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Page(RequestStory story) => $"/requests/{story.Id}/agreement";

    private static async Task<HttpStatusCode> SendScanAsync(PageVisit manager, RequestStory story, byte[] scan, string day)
    {
        var form = PageForm.Find(await manager.HtmlAsync(Page(story)), $"{Page(story)}/scan").ShouldNotBeNull().With(("fullName", "Cleo Hart"), ("capacity", "Provost"), ("signedOn", day));
        using var content = new MultipartFormDataContent { { new ByteArrayContent(scan), "file", "signed.pdf" } };
        foreach (var (name, value) in form.Fields)
            content.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content };
        using var answer = await manager.SendAsync(request);
        return answer.StatusCode;
    }
}
