using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>A score sheet that is not handed in yet, or too late: no words of it are lost, and nobody else reads them.</summary>
public class EvaluationDraftPageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private static readonly string[] Criteria = ["scientific-merit", "team-qualifications", "concordance"];

    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Reviewer_SavesForLater_WhatNobodyElseReads_UntilItIsHandedIn()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync();
        await story.PostAsync("manager", "reviewers", new { reviewers = _cast.Reviewers.Select(one => one.UserId) });
        await story.PostAsync("reviewer1", "conflict", new { hasConflict = false, words = "" });
        await story.PostAsync("reviewer2", "conflict", new { hasConflict = false, words = "" });
        using var reviewer = await SignInAsync("reviewer1");
        using var other = await SignInAsync("reviewer2");
        using var chair = await SignInAsync("chair");
        var page = $"/requests/{story.Id}/review";

        var form = PageForm.Find(await reviewer.PageAsync(page), $"/do/requests/{story.Id}/evaluation")!;
        using var half = new FormUrlEncodedContent(form.With(("_method", "PUT"), ("scores[1].score", "2"), ("scores[1].words", "Half a thought")).Fields);
        await reviewer.Client.PostAsync($"{form.Action}/draft", half).ShouldLeadOn();

        var again = await reviewer.PageAsync(page);
        again.ShouldContain("Half a thought");
        again.ShouldContain("<option value=\"2\" selected");
        again.Words().ShouldContain("are not handed in yet");
        (await other.PageAsync(page)).ShouldNotContain("Half a thought");
        (await chair.PageAsync(page)).ShouldNotContain("Half a thought");
        (await _cast["reviewer1"].Client.GetAsync($"/api/requests/{story.Id}/evaluation/draft").Json()).ToString().ShouldContain("Half a thought");
        (await _cast["reviewer2"].Client.GetAsync($"/api/requests/{story.Id}/evaluation/draft")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _cast["manager"].Client.GetAsync($"/api/requests/{story.Id}/evaluation/draft")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await reviewer.FillAsync(page, $"/do/requests/{story.Id}/evaluation", Evaluation("Approve", "A whole thought")).ShouldLeadOn();
        (await _cast["reviewer1"].Client.GetAsync($"/api/requests/{story.Id}/evaluation/draft")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await reviewer.PageAsync(page)).ShouldContain("A whole thought");
    }

    [Fact]
    public async Task Evaluation_SentWhenTheBallotIsClosed_GivesTheWordsBack()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync("approve", "approve", "approve");
        using var reviewer = await SignInAsync("reviewer1");
        var page = $"/requests/{story.Id}/review";
        var form = PageForm.Find(await reviewer.PageAsync(page), $"/do/requests/{story.Id}/evaluation")!;
        await story.PostAsync("chair", "ballot/close");

        using var late = new FormUrlEncodedContent(form.With(Evaluation("Deny", "Too late a thought")).Fields);
        using var answer = await reviewer.Client.PostAsync(form.Action, late);

        ((int)answer.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Too late a thought</textarea>");
    }

    private Task<Browser> SignInAsync(string who) => Browser.SignInAsync(_cast.App, _cast[who].Email);

    private static (string, string)[] Evaluation(string recommendation, string words) =>
        [("datasets[0].recommendation", recommendation), .. Criteria.SelectMany((_, at) => new[] { ($"scores[{at}].score", "4"), ($"scores[{at}].words", words) })];
}
