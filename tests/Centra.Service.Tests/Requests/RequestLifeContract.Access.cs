using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Centra.Releases;
using Centra.Requests;

namespace Centra.Service.Tests.Requests;

// From the release to the close-out.
public abstract partial class RequestLifeContract
{
    private static async Task ReleaseAsync(RequestStory story)
    {
        await story.PostAsync("steward", "release", StoryBodies.Extract);
        var built = await story.BuiltAsync();
        var approval = new { version = built.Version, manifestSha256 = built.ManifestSha256, hasNoActualKnowledge = true };
        await story.Send("steward", "release/approve", approval).ShouldRefuse(nameof(ReleaseRefusal.SecondPersonIsNeeded));
        (await story.PostAsync("steward2", "release/approve", approval)).Text("stage").ShouldBe("active");
    }

    private async Task DownloadAsync(RequestStory story)
    {
        var link = $"/api/releases/{story.Id}/files/data-{RequestCast.Dataset}.csv/link";
        await _cast["colleague"].Client.GetAsync(link).ShouldRefuse(nameof(DataRequestRefusal.TermsAreNotAccepted));
        await story.PostAsync("colleague", "terms", new { agreementVersion = 1 });
        await _cast["colleague"].Client.GetAsync(link).ShouldRefuse(nameof(DataRequestRefusal.TrainingHasLapsed));
        await _cast["officer"].TrainAsync(_cast.App, _cast["colleague"]);
        var file = await _cast["colleague"].Client.GetAsync(link).Json();
        await _cast["pi"].Client.GetAsync(file.Text("url")).ShouldRefuse(HttpStatusCode.NotFound, nameof(ReleaseRefusal.LinkIsNotValid));
        var whole = await _cast["colleague"].Client.GetByteArrayAsync(file.Text("url"));
        Convert.ToHexStringLower(SHA256.HashData(whole)).ShouldBe(file.Text("sha256"));
        using var ask = new HttpRequestMessage(HttpMethod.Get, file.Text("url")) { Headers = { Range = new RangeHeaderValue(5, 9) } };
        using var part = await _cast["colleague"].Client.SendAsync(ask);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(whole[5..10]);
        await PauseAsync(story, link, file.Text("url"));
    }

    private async Task PauseAsync(RequestStory story, string link, string url)
    {
        await story.PostAsync("manager", "pause", new { reason = "A question of safekeeping" });
        await _cast["colleague"].Client.GetAsync(link).ShouldRefuse(nameof(DataRequestRefusal.AccessIsPaused));
        await _cast["colleague"].Client.GetAsync(url).ShouldRefuse(nameof(DataRequestRefusal.AccessIsPaused));
        (await story.SeenBy("pi")).Text("paused").ShouldBe("A question of safekeeping");
        await story.PostAsync("manager", "resume", new { reason = "Answered" });
        (await _cast["colleague"].Client.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _cast["auditor"].Client.GetAsync($"/api/releases/downloads?request={story.Id}").Json()).Items().Count.ShouldBe(3);
    }

    private async Task CloseAsync(RequestStory story)
    {
        await story.PostAsync("pi", "reports/progress", new { text = "Half done" });
        await story.Send("pi", "close-out", new { report = "Done" }).ShouldRefuse(nameof(DataRequestRefusal.DestructionIsNotAttested));
        await story.PostAsync("pi", "destruction", new { certificate = "Wiped on Monday" });
        await story.Send("steward", "close-out/accept").ShouldRefuse(nameof(DataRequestRefusal.RequestIsNotClosedOut));
        await story.PostAsync("pi", "close-out", new { report = "Done" });
        (await story.PostAsync("steward", "close-out/accept")).Text("stage").ShouldBe("closed");
        await _cast["colleague"].Client.GetAsync($"/api/releases/{story.Id}/files/manifest.json/link").ShouldRefuse(nameof(DataRequestRefusal.StageDoesNotAllowThis));
        await story.PostAsync("pi", "reports/publication", new { citation = "Stone, A. (2027)", identifier = "10.1000/1" });
    }
}
