namespace Centra.Service.Tests.Portal;

/// <summary>The list of requests in a browser: its filters stand in the address, on the next page and in the CSV.</summary>
public sealed class RequestListPageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Filters_AreOfferedByName_KeptAndBroughtAlong()
    {
        RequestStory? story = null;
        for (var number = 1; number <= 3; number++)
            story = await RequestStory.DraftAsync(_cast, $"Filtered study {number}");
        using var pi = await PageVisit.OfAsync(_cast, "pi");
        var dataset = (await story!.SeenBy("pi")).GetProperty("application").GetProperty("datasets")[0].Text("datasetId");
        var address = $"/requests?q=filtered&mine=applied&dataset={dataset}&stage=&limit=2";

        var first = await pi.ReadAsync(address);

        first.ShouldContain($"<option value=\"{dataset}\" selected");
        first.ShouldContain("<option value=\"applied\" selected");
        first.ShouldContain("2 requests on this page");
        first.ShouldNotContain("I review");
        var next = PageLinks.Of(first, "More requests");
        next.ShouldContain($"dataset={dataset}");
        (await pi.ReadAsync(next)).ShouldContain("1 request on this page");
        using var csv = await pi.GetAsync(PageLinks.Of(first, "Save as CSV"));
        (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
    }

    [Fact]
    public async Task Institution_IsTakenByItsNameToo_AndWhatIsNoneIsSaid()
    {
        var story = await RequestStory.DraftAsync(_cast, "Named after a house");
        using var pi = await PageVisit.OfAsync(_cast, "pi");
        var ror = (await story.SeenBy("pi")).GetProperty("application").GetProperty("team")[0].Text("institutionId");
        var choices = await pi.ReadAsync("/requests");
        var name = System.Text.RegularExpressions.Regex.Match(choices, $"<option value=\"{System.Text.RegularExpressions.Regex.Escape(ror)}\">([^<]+)<").Groups[1].Value;

        (await pi.ReadAsync($"/requests?institution={Uri.EscapeDataString(name)}&q=named")).ShouldContain("Named after a house");
        (await pi.ReadAsync("/requests?institution=Nowhere%20at%20all")).ShouldContain("No institution is called “Nowhere at all”");
    }
}
