namespace Centra.Browsing.Journeys;

/// <summary>The whole life of a request in the browsers of everybody who has a part in it.</summary>
public class RequestLifeTests(Portal portal)
{
    [Fact]
    public async Task Request_FromDraftToCloseOut_ByEverybodyWhoHasAPart()
    {
        var story = new RequestStory(portal, "A whole life in a browser");
        await story.ApplyAsync();
        await story.CheckAsync();
        await story.ReviewAsync();
        await story.ContractAsync();
        await story.PayAsync();
        await story.ReleaseAsync();
        await story.DownloadAsync();
        await story.CloseAsync();
    }
}
