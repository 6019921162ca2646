namespace Centra.Browsing.Journeys;

// Checks, reviewers, ballot, decision.
internal sealed partial class RequestStory
{
    /// <summary>Found available, in agreement with the policy.</summary>
    public async Task CheckAsync()
    {
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.TakeUpAsync("Check availability", title);
        var found = await manager.SheetAsync("Record the availability check");
        await found.TickAsync("The cohort is in it", "The variables are in it", "The years are in it");
        await (await found.ChooseAsync("Found", "Available")).SendAsync();
        await manager.TakeUpAsync("Check against the policy", title);
        var policy = await manager.SheetAsync("Record the policy check");
        await policy.ChooseAsync("Answer", "Yes");
        await (await policy.ChooseAsync("Is the request consistent", "Yes")).SendAsync();
        await manager.SeesAsync("The policy check is kept.");
    }

    /// <summary>Three reviewers are assigned, declare that they have no conflict, and vote; the chair decides and the applicant is told.</summary>
    public async Task ReviewAsync()
    {
        await AssignAsync();
        await using (var near = await portal.VisitAsync(Roles.Reviewer))
            (await near.Page.GotoAsync(Path))!.Status.ShouldBe(404);
        foreach (var (number, vote) in new[] { (2, "Approve"), (3, "Approve"), (4, "Deny") })
            await VoteAsync(number, vote);
        await DecideAsync();
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.TakeUpAsync("Tell the applicant of the decision", title);
        await manager.PressAsync("Tell the applicant of the decision");
    }

    private string Path { get; set; } = "";

    private async Task AssignAsync()
    {
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.TakeUpAsync("Assign reviewers", title);
        Path = new Uri(manager.Page.Url).AbsolutePath.Replace("/review", "", StringComparison.Ordinal);
        await manager.SeesAsync("institution");
        await (await (await manager.SheetAsync("Assign")).TickAsync("Demo reviewer 2", "Demo reviewer 3", "Demo reviewer 4")).SendAsync();
        await manager.SeesAsync("3 assigned");
    }

    private async Task VoteAsync(int number, string vote)
    {
        await using var reviewer = await portal.VisitAsync(Roles.Reviewer, number);
        await reviewer.TakeUpAsync("Declare whether you have a conflict of interest", title);
        await reviewer.SeesNotAsync("As a person would write it.");
        await (await (await reviewer.SheetAsync("Declare")).ChooseAsync("Your declaration", "I have no conflict of interest")).SendAsync();
        await reviewer.SeesAsync("As a person would write it.");
        var sheet = await reviewer.SheetAsync("Hand in the evaluation");
        await sheet.ChooseAsync("You recommend", vote);
        await sheet.ChooseAsync("Score", "4, good");
        await sheet.FillAllAsync("Why", $"Reviewer {number} says why.");
        if (number == 2)
            sheet = await ComeBackAsync(reviewer);
        await sheet.SendAsync();
        await reviewer.SeesAsync("Your evaluation is kept.");
    }

    // What was written is there again for whoever closes the window and comes back.
    private static async Task<Sheet> ComeBackAsync(Visit reviewer)
    {
        await reviewer.SeesAsync("Saved. Only you see it until you hand it in.");
        await reviewer.Page.ReloadAsync();
        await reviewer.SeesAsync("are not handed in yet");
        await Expect(reviewer.Page.GetByLabel("Why").First).ToHaveValueAsync("Reviewer 2 says why.");
        return await reviewer.SheetAsync("Hand in the evaluation");
    }

    private async Task DecideAsync()
    {
        await using var chair = await portal.VisitAsync(Roles.Chair);
        await chair.TakeUpAsync("Close the ballot", title);
        await chair.SeesNotAsync("Reviewer 2 says why.");
        await chair.PressAsync("Close the ballot");
        await Expect(chair.Page.GetByText("Reviewer 2 says why.").First).ToBeAttachedAsync();
        await chair.SeesAsync("2 for approval, 1 against");
        await (await (await chair.SheetAsync("Decide")).ChooseAsync("Decision", "Approve")).SendAsync();
        await chair.SeesAsync("The applicant has not been told yet.");
    }
}
