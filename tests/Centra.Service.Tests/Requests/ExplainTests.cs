namespace Centra.Service.Tests.Requests;

/// <summary>Why a request stands where it stands, and how long that usually takes.</summary>
public sealed class ExplainTests(RequestApp shared) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task Explain_TellsHowLongOthersStayedInTheStage()
    {
        var (first, second) = (await RequestStory.DraftAsync(_cast), await RequestStory.DraftAsync(_cast, "Another one"));
        await first.PostAsync("pi", "submit");
        await second.PostAsync("pi", "submit");
        (await ExplainedAsync(second)).Has("usual").ShouldBeFalse();

        _cast.App.Clock.Advance(TimeSpan.FromDays(4));
        await _cast.AgainAsync();
        await first.PostAsync("manager", "availability", StoryBodies.Available);

        var usual = (await ExplainedAsync(second)).GetProperty("usual");
        usual.GetProperty("count").GetInt32().ShouldBe(1);
        usual.GetProperty("medianDays").GetDouble().ShouldBe(4, 0.1);
        usual.GetProperty("percentile90Days").GetDouble().ShouldBe(4, 0.1);
    }

    private async Task<System.Text.Json.JsonElement> ExplainedAsync(RequestStory story) => await _cast["manager"].Client.GetAsync($"/api/requests/{story.Id}/explain").Json();
}
