using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>A request questioned, checked, evaluated and decided on its pages, and what each person sees of that.</summary>
public class CommitteePageTests(RequestApp app) : IClassFixture<RequestApp>
{
    private static readonly string[] Criteria = ["scientific-merit", "team-qualifications", "concordance"];

    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Question_IsAskedByTheSociety_AnsweredWithAChange_AndTheChangeIsShown()
    {
        var story = await RequestStory.DraftAsync(_cast);
        await story.PutAsync("pi", "sections/question", new { text = "Which words last", revision = 0 });
        await story.PostAsync("pi", "submit");
        using var manager = await SignInAsync("manager");
        using var pi = await SignInAsync("pi");
        var page = $"/requests/{story.Id}/questions";

        await manager.FillAsync(page, $"/do{page}/q1", ("text", "Is that all?"), ("sections:list", "question")).ShouldLeadOn();
        var asked = (await pi.PageAsync(page)).Words();
        asked.ShouldContain("The society asked on");
        asked.ShouldNotContain(_cast["manager"].UserId);
        (await manager.PageAsync(page)).Words().ShouldContain("manager asked on");

        await pi.FillAsync(page, $"{page}/q1/sections", ("text.question", "Which words come and last")).ShouldLeadOn();
        await pi.FillAsync(page, $"/do{page}/q1/answer", ("text", "See the question.")).ShouldLeadOn();
        (await manager.PageAsync(page)).ShouldContain("<ins>come and </ins>");
        (await manager.PageAsync($"/requests/{story.Id}/application")).Words().ShouldContain("changed since it was handed in");
    }

    [Fact]
    public async Task Availability_ThatContradictsItself_IsRefused_WithTheNoteKept()
    {
        var story = await RequestStory.DraftAsync(_cast);
        await story.PostAsync("pi", "submit");
        using var manager = await SignInAsync("manager");
        var page = $"/requests/{story.Id}/review";

        using var refused = await manager.FillAsync(page, $"/do/requests/{story.Id}/availability", ("datasets[0].verdict", "Available"), ("datasets[0].note", "Only from 2001 on"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Only from 2001 on");
        await manager.FillAsync(page, $"/do/requests/{story.Id}/availability", ("datasets[0].verdict", "InPart"), ("datasets[0].note", "Only from 2001 on")).ShouldLeadOn();
        var checking = (await manager.PageAsync(page)).Words();
        checking.ShouldContain("What the datasets may be used for");
        checking.ShouldContain("General research use (DUO:0000042)");
    }

    [Fact]
    public async Task Reviewer_SeesNothingBeforeDeclaring_AndEvaluationsStaySealed()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync();
        using var manager = await SignInAsync("manager");
        using var reviewer = await SignInAsync("reviewer1");
        using var chair = await SignInAsync("chair");
        var page = $"/requests/{story.Id}/review";

        (await manager.PageAsync(page)).Words().ShouldContain("near This reviewer belongs to an institution of the team.");
        await manager.FillAsync(page, $"/do/requests/{story.Id}/reviewers", [.. _cast.Reviewers.Select(one => ("reviewers:list", one.UserId))]).ShouldLeadOn();
        var before = (await reviewer.PageAsync(page)).Words();
        before.ShouldContain("First: have you a conflict of interest?");
        before.ShouldNotContain("All abstracts on lung cancer");
        (await reviewer.PageAsync("/reviews")).Words().ShouldContain("Declare whether you have a conflict of interest");

        await reviewer.FillAsync(page, $"/do/requests/{story.Id}/conflict", ("hasConflict:bool", "false")).ShouldLeadOn();
        (await reviewer.PageAsync(page)).Words().ShouldContain("All abstracts on lung cancer");
        using var refused = await reviewer.FillAsync(page, $"/do/requests/{story.Id}/evaluation", [("datasets[0].recommendation", "Approve"), ("scores[0].score", "4"), ("scores[0].words", "Well thought of")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Well thought of");

        await reviewer.FillAsync(page, $"/do/requests/{story.Id}/evaluation", Evaluation("Approve", "Well thought of")).ShouldLeadOn();
        (await reviewer.PageAsync(page)).Words().ShouldContain("You evaluated on");
        var sealedPage = (await chair.PageAsync(page)).Words();
        sealedPage.ShouldContain("Evaluations are sealed until the ballot closes");
        sealedPage.ShouldNotContain("Well thought of");
        sealedPage.ShouldContain("Close the ballot: The ballot is open");
    }

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

    [Fact]
    public async Task Chair_SeesTallyAndDissent_AndDecidesAgainstItOnlyWithAReason()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync("approve", "deny", "approve");
        using var chair = await SignInAsync("chair");
        using var pi = await SignInAsync("pi");
        using var manager = await SignInAsync("manager");
        var page = $"/requests/{story.Id}/review";

        await chair.FillAsync(page, $"/do/requests/{story.Id}/ballot/close").ShouldLeadOn();
        (await chair.PageAsync(page)).Words().ShouldContain("2 1 0 approval reviewer2");
        using var refused = await chair.FillAsync(page, $"/do/requests/{story.Id}/decision", ("datasets[0].isApproved:bool", "false"), ("datasets[0].conditions", "None at all"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("None at all");

        await chair.FillAsync(page, $"/do/requests/{story.Id}/decision", ("datasets[0].isApproved:bool", "true"), ("datasets[0].conditions", "Name the source")).ShouldLeadOn();
        (await pi.PageAsync(page)).Words().ShouldNotContain("Name the source");
        (await pi.PageAsync($"/requests/{story.Id}/decision")).Words().ShouldContain("The applicant has not been told of a decision yet.");
        await manager.FillAsync(page, $"/do/requests/{story.Id}/decision/notify").ShouldLeadOn();
        (await pi.PageAsync(page)).Words().ShouldContain("Approved Name the source");
        var letter = (await pi.PageAsync($"/requests/{story.Id}/decision")).Words();
        letter.ShouldContain("Approved Name the source");
        letter.ShouldContain("Print the letter");
        letter.ShouldNotContain("dissent");
    }

    [Fact]
    public async Task Batch_AssignsForEachRequest_AndReportsWhatSpokeAgainst()
    {
        var (free, taken) = (await (await RequestStory.DraftAsync(_cast, "A first one")).ToCommitteeAsync(), await (await RequestStory.DraftAsync(_cast, "A second one")).ToCommitteeAsync());
        await taken.PostAsync("manager", "reviewers", new { reviewers = new[] { _cast["reviewer4"].UserId } });
        using var manager = await SignInAsync("manager");

        using var answer = await manager.FillAsync("/requests/assign", "/requests/assign", ("requests", free.Id), ("requests", taken.Id), ("reviewers:list", _cast["reviewer4"].UserId));

        var words = await answer.WordsAsync();
        words.ShouldContain("A first one Assigned");
        words.ShouldContain("A second one Not assigned: This reviewer is assigned already.");
        (await manager.PageAsync("/figures")).Words().ShouldContain("Requests before each reviewer now");
    }

    [Fact]
    public async Task Reviewer_KeepsProfileRelationsAndAbsence()
    {
        using var reviewer = await SignInAsync("reviewer3");

        await reviewer.FillAsync("/reviews/profile", "/do/reviews/profile", ("institutionId", _cast.OtherRor), ("expertise:lines", "Lung cancer\nStatistics")).ShouldLeadOn();
        await reviewer.FillAsync("/reviews/profile", "/reviews/relations", ("email", _cast["stranger"].Email), ("note", "Co-author of 2024")).ShouldLeadOn();
        var today = DateOnly.FromDateTime(_cast.App.Clock.GetUtcNow().UtcDateTime);
        await reviewer.FillAsync("/reviews/profile", "/do/reviews/absence", ("from", $"{today.AddDays(30):yyyy-MM-dd}"), ("to", $"{today.AddDays(40):yyyy-MM-dd}")).ShouldLeadOn();

        var words = (await reviewer.PageAsync("/reviews/profile")).Words();
        words.ShouldContain("stranger Person Co-author of 2024");
        words.ShouldContain($"You are away from {today.AddDays(30):yyyy-MM-dd}");
        using var unknown = await reviewer.FillAsync("/reviews/profile", "/reviews/relations", ("email", "nobody@else.test"), ("note", "A neighbour"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("A neighbour");
    }

    private Task<Browser> SignInAsync(string who) => Browser.SignInAsync(_cast.App, _cast[who].Email);

    private static (string, string)[] Evaluation(string recommendation, string words) =>
        [("datasets[0].recommendation", recommendation), .. Criteria.SelectMany((_, at) => new[] { ($"scores[{at}].score", "4"), ($"scores[{at}].words", words) })];
}
