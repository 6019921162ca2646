using System.Text.RegularExpressions;
using Centra.Housekeeping;
using Centra.Notifications;

namespace Centra.Service.Tests.Portal;

/// <summary>Where one lands: what waits for oneself, and messages.</summary>
public sealed class HomePageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Home_TellsEachRoleItsNextStep_AndNoLongerWhenItIsDone()
    {
        const string title = "Homes of a request";
        var story = await RequestStory.DraftAsync(_cast, title);
        await ShowsAsync("pi", "Finish the draft and hand it in", title);
        await story.PostAsync("pi", "submit");
        await ShowsAsync("manager", "Check availability", title);
        await story.PostAsync("manager", "availability", StoryBodies.Available);
        await ShowsAsync("manager", "Check against the policy", title);
        await story.PostAsync("manager", "policy-check", StoryBodies.Policy(true));
        await ShowsAsync("manager", "Assign reviewers", title);
        await story.PostAsync("manager", "reviewers", new { reviewers = _cast.Reviewers.Select(one => one.UserId) });
        await ShowsAsync("reviewer1", "Declare whether you have a conflict of interest", title);
        await story.PostAsync("reviewer1", "conflict", new { hasConflict = false, words = "" });
        await ShowsAsync("reviewer1", "Evaluate", title);
        await story.PostAsync("reviewer1", "evaluation", StoryBodies.Evaluation("approve"));
        (await HomeOfAsync("reviewer1")).ShouldNotContain(title);
        await story.EvaluateAsync("reviewer2", "approve");
        await story.EvaluateAsync("reviewer3", "approve");
        await story.DecidedAsync();
        await ShowsAsync("finance", "Estimate the cost", title);
        await story.PostAsync("finance", "estimate", new { extraHours = 0 });
        await ShowsAsync("manager", "Issue the agreement", title);
        await story.PostAsync("manager", "agreement");
        await ShowsAsync("official", "Sign the agreement", title);
        await story.SignAsync("official", "agreement/sign");
        await ShowsAsync("signatory", "Countersign the agreement", title);
        await story.SignAsync("signatory", "agreement/countersign");
        await ShowsAsync("finance", "Issue the invoice", title);
        await story.PaidAsync();
        await ShowsAsync("steward", "Prepare the release", title);
        await story.PostAsync("steward", "release", StoryBodies.Extract);
        await story.BuiltAsync();
        await ShowsAsync("steward2", "Approve the release as the second steward", title);
        (await HomeOfAsync("steward")).ShouldContain("Wait for another steward");
    }

    [Fact]
    public async Task Home_WithNothingWaiting_StillLeadsOn()
    {
        (await HomeOfAsync("reviewer4")).ShouldContain("/requests?mine=review");
        (await HomeOfAsync("auditor")).ShouldContain("Search the audit trail");
        (await HomeOfAsync("official")).ShouldContain("Agreements of your institution");
    }

    [Fact]
    public async Task Home_OfATeamWhoseAccessIsPaused_SaysSoAndWhy()
    {
        var story = await RequestStory.ActiveAsync(_cast);
        await story.PostAsync("pi", "terms", new { agreementVersion = 1 });
        await story.PostAsync("manager", "pause", new { reason = "A report is missing" });

        var home = await HomeOfAsync("pi");

        home.ShouldContain("See why access is paused");
        home.ShouldContain("paused: A report is missing");
        home.ShouldContain($"/requests/{story.Id}/release");
    }

    [Fact]
    public async Task Message_OfASigningOfficial_NamesTheRequestByItsTitle()
    {
        var story = await (await RequestStory.DraftAsync(_cast, "Told to whoever signs")).ToAgreementAsync();
        await _cast.App.Get<IEnumerable<IHousekeepingTask>>().OfType<NotificationSweep>().Single().RunAsync();
        using var official = await PageVisit.OfAsync(_cast, "official");

        var messages = await official.ReadAsync("/notifications?seen=false");

        messages.ShouldContain("Told to whoever signs");
        messages.ShouldNotContain($"Request {story.Id}");
    }

    [Fact]
    public async Task Messages_AreCounted_Read_AndPutAside()
    {
        var story = await RequestStory.DraftAsync(_cast);
        await story.PostAsync("pi", "submit");
        using var manager = await PageVisit.OfAsync(_cast, "manager2");
        await _cast.App.Get<IEnumerable<IHousekeepingTask>>().OfType<NotificationSweep>().Single().RunAsync();

        (await manager.ReadAsync("/home")).ShouldMatch("\\d+ new message");
        var messages = await manager.ReadAsync("/notifications?seen=false");
        messages.ShouldContain("Mark as read");
        messages.ShouldContain($"/requests/{story.Id}");
        messages.ShouldNotContain("/api/requests/");
        messages.ShouldNotContain($"Request {story.Id}");
        await manager.TakenAsync("/notifications", "/account/notifications", ("daily:bool", "true"));
        (await manager.FormAsync("/notifications", "/account/notifications"))!["daily:bool"].ShouldBe("true");
        while (FirstToSee(await manager.HtmlAsync("/notifications")) is { } seen)
            await manager.TakenAsync("/notifications", seen);
        (await manager.ReadAsync("/home")).ShouldNotMatch("\\d+ new message");
    }

    private static string? FirstToSee(string page) => Regex.Match(page, "action=\"/do(/notifications/[^\"]*seen)\"") is { Success: true } form ? form.Groups[1].Value : null;

    private async Task ShowsAsync(string who, string duty, string title)
    {
        var home = await HomeOfAsync(who);
        home.ShouldContain(duty, customMessage: who);
        home.ShouldContain(title, customMessage: $"{who}: {duty}");
    }

    private async Task<string> HomeOfAsync(string who)
    {
        using var visit = await PageVisit.OfAsync(_cast, who);
        return await visit.ReadAsync("/home");
    }
}
