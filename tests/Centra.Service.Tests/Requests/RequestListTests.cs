using System.Text.Json;

namespace Centra.Service.Tests.Requests;

/// <summary>The list of requests as people in their roles see it, over HTTP.</summary>
public class RequestListTests(RequestApp app) : IClassFixture<RequestApp>
{
    [Fact]
    public async Task List_ByWords_ShowsToEverybodyWhatTheyMaySee()
    {
        var story = await RequestStory.DraftAsync(app.Cast, "Kaleidoscope of lung nodules: O'Brien's question");

        (await TitlesAsync("pi", "?q=obriens kaleid")).Length.ShouldBe(1);
        (await TitlesAsync("pi", "?q=stone kaleidoscope&part=PrincipalInvestigator&stage=Draft")).Length.ShouldBe(1);
        (await TitlesAsync("pi", $"?q={story.Id}")).Length.ShouldBe(1);
        (await TitlesAsync("stranger", "?q=kaleidoscope")).ShouldBeEmpty();
        (await TitlesAsync("manager", "?q=kaleidoscope")).ShouldBeEmpty();
        await story.PostAsync("pi", "withdraw", new { reason = "No money" });
        (await TitlesAsync("manager", "?q=kaleidoscope")).ShouldBeEmpty();
        (await TitlesAsync("pi", "?q=kaleidoscope&stage=Withdrawn")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("Draft")]
    public async Task Stage_IsNamedInListsAsInViews_AndAskedForEitherWay(string stage)
    {
        var story = await RequestStory.DraftAsync(app.Cast);

        var list = await app.Cast["pi"].Client.GetAsync($"/api/requests?stage={stage}&q={story.Id}").Json();

        list.Items().ShouldHaveSingleItem().Text("stage").ShouldBe((await story.SeenBy("pi")).Text("stage"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("kaleidoscope\" OR 1=1 --")]
    [InlineData("a:*|!&()<->")]
    [InlineData("NEAR(")]
    public async Task List_AskedWithSyntax_Answers(string q)
    {
        var answer = await app.Cast["manager"].Client.GetAsync($"/api/requests?q={Uri.EscapeDataString(q)}");

        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Mine_FollowsARequestFromHandToHand()
    {
        const string title = "Wanderer between desks";
        var story = await RequestStory.DraftAsync(app.Cast, title);
        await WaitsForAsync("pi", "manager");
        (await TitlesAsync("pi", "?mine=applied&q=wanderer")).ShouldBe([title]);
        await story.PostAsync("pi", "submit");
        await WaitsForAsync("manager", "pi");
        await story.PostAsync("manager", "availability", StoryBodies.Available);
        (await TitlesAsync("manager", "?mine=manage&q=wanderer")).ShouldBe([title]);
        (await TitlesAsync("manager2", "?mine=manage&q=wanderer")).ShouldBeEmpty();
        await story.PostAsync("manager", "policy-check", StoryBodies.Policy(true));
        await story.PostAsync("manager", "reviewers", new { reviewers = app.Cast.Reviewers.Select(one => one.UserId) });
        await WaitsForAsync("reviewer1", "manager");
        await story.EvaluateAsync("reviewer1", "approve");
        await WaitsForAsync("reviewer2", "reviewer1");
        (await TitlesAsync("reviewer1", "?mine=review&q=wanderer")).ShouldBe([title]);
        await story.EvaluateAsync("reviewer2", "approve");
        await story.EvaluateAsync("reviewer3", "approve");
        await WaitsForAsync("chair", "reviewer2");
        await story.DecidedAsync();
        await story.PostAsync("finance", "estimate", new { extraHours = 0 });
        (await TitlesAsync("official", "?q=wanderer")).ShouldBeEmpty();
        await story.PostAsync("manager", "agreement");
        await WaitsForAsync("official", "manager");
        (await TitlesAsync("official", "?q=wanderer")).ShouldBe([title]);
    }

    private async Task WaitsForAsync(string who, string notFor)
    {
        (await TitlesAsync(who, "?mine=waiting&q=wanderer")).Length.ShouldBe(1, who);
        (await TitlesAsync(notFor, "?mine=waiting&q=wanderer")).ShouldBeEmpty(notFor);
    }

    private async Task<string[]> TitlesAsync(string who, string query)
    {
        var list = JsonSerializer.Deserialize<JsonElement>(await app.Cast[who].Client.GetStringAsync($"/api/requests{query}"));
        return [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
    }
}
