namespace Centra.Browsing.Journeys;

/// <summary>A request whose agreement has ended is renewed: looked at, signed and paid anew, until the renewal is in force in its place.</summary>
public class RenewalTests(Portal portal)
{
    private const string Former = "/requests/request-demo-17";

    [Fact]
    public async Task Renewal_GoesItsWholeWay_AndTakesThePlaceOfWhatItRenews()
    {
        var story = new RequestStory(portal, "Names of tumours, once more");
        await story.RenewAsync(Former);
        await story.ApproveAsync();
        await story.ContractAsync();
        await story.PayAsync();
        await story.ReleaseAsync();
        await story.TakesThePlaceOfAsync(Former);
    }
}
