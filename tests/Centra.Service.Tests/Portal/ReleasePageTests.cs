using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Portal;

/// <summary>A release in browsers: ordered, approved by another, downloaded and resumed; then its history.</summary>
public sealed class ReleasePageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Release_IsOrderedApprovedAndDownloaded_ByPagesAlone()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync()).ToFulfilmentAsync();
        var page = $"/requests/{story.Id}/release";
        using var steward = await PageVisit.OfAsync(_cast, "steward");
        using var second = await PageVisit.OfAsync(_cast, "steward2");
        using var pi = await PageVisit.OfAsync(_cast, "pi");

        await steward.TakenAsync(page, page, ("extracts[0].variables:list", "year"), ("extracts[0].filters[0].variable", "year"), ("extracts[0].filters[0].from", "1990"));
        await story.BuiltAsync();
        (await steward.FormAsync(page, $"{page}/approve")).ShouldBeNull();
        (await steward.ReadAsync(page)).ShouldContain("A release is approved by another steward than the one who had it made.");
        (await second.StatusAsync($"{page}/versions/1/files/manifest.json")).ShouldBe(HttpStatusCode.OK);
        using (var refused = await second.SubmitAsync(page, $"{page}/approve"))
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await second.TakenAsync(page, $"{page}/approve", ("hasNoActualKnowledge:bool", "true"));

        (await pi.StatusAsync($"{page}/files/README.txt")).ShouldBe(HttpStatusCode.Forbidden);
        await pi.TakenAsync($"/requests/{story.Id}/agreement", $"/requests/{story.Id}/terms");
        (await pi.StatusAsync($"{page}/files/README.txt")).ShouldBe(HttpStatusCode.Forbidden, "not trained");
        await _cast["officer"].TrainAsync(_cast.App, _cast["pi"]);
        await DownloadAsync(pi, page, $"data-{RequestCast.Dataset}.csv");
        await HistoryAsync(story, pi);
    }

    private async Task DownloadAsync(PageVisit pi, string page, string name)
    {
        var link = Regex.Match(await pi.HtmlAsync($"{page}/files/{name}"), "href=\"([^\"]*/release/download/[^\"]*)\"").Groups[1].Value;
        var whole = await (await pi.GetAsync(link)).Content.ReadAsByteArrayAsync();
        using var rest = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(10, null) } };
        using var resumed = await pi.SendAsync(rest);
        resumed.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await resumed.Content.ReadAsByteArrayAsync()).ShouldBe(whole[10..]);
        (await pi.ReadAsync(page)).ShouldContain("bytes=10-");
        using var other = await PageVisit.OfAsync(_cast, "colleague");
        (await other.StatusAsync(link)).ShouldBe(HttpStatusCode.NotFound);
    }

    // The team learns what concerns it; who reviewed it stays with the society.
    private async Task HistoryAsync(RequestStory story, PageVisit pi)
    {
        using var auditor = await PageVisit.OfAsync(_cast, "auditor");
        var (told, whole) = (await pi.ReadAsync($"/requests/{story.Id}/history"), await auditor.ReadAsync($"/requests/{story.Id}/history"));

        told.ShouldContain("Fulfilment began");
        told.ShouldContain("You downloaded");
        told.ShouldNotContain("was asked to review it");
        told.ShouldNotContain("An evaluation was handed in");
        told.ShouldNotContain("Audit trail");
        foreach (var reviewer in _cast.Reviewers)
            told.ShouldNotContain(reviewer.UserId);
        whole.ShouldContain("was asked to review it");
        whole.ShouldContain("Audit trail");
        whole.ShouldContain("RequestSubmitted");
    }
}
