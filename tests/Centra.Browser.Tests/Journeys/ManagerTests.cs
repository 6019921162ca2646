namespace Centra.Browsing.Journeys;

/// <summary>A request manager keeps institutions and committees, and asks applicants.</summary>
public class ManagerTests(Portal portal)
{
    [Fact]
    public async Task Institution_IsListed_AndItsOfficialVerified()
    {
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.GoAsync("/home");
        await manager.FollowAsync("Institutions");
        await (await (await manager.SheetAsync("Go on")).FillAsync("ROR id", "https://ror.org/05dxps056")).ShouldBeRefusedAsync("This is no ROR id");
        await (await (await manager.SheetAsync("Go on")).FillAsync("ROR id", "https://ror.org/05dxps055")).SendAsync();
        await (await (await (await manager.SheetAsync("List it")).FillAsync("Name", "Institute of the West")).FillAsync("Country", "US")).SendAsync();
        await manager.SeesAsync("Nobody may sign for this institution yet.");
        await (await (await (await manager.SheetAsync("Verify")).ChooseAsync("Who", "Demo signing official")).FillAsync("How it was verified", "A letter")).SendAsync();
        await manager.SeesAsync("verified by Demo request manager");
        await manager.PressAsync("Signs no longer: Demo signing official");
        await manager.SeesAsync("Nobody may sign for this institution yet.");
    }

    [Fact]
    public async Task Committee_IsFounded_AndItsPeopleAppointed()
    {
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.GoAsync("/home");
        await manager.FollowAsync("Committees");
        await (await (await (await manager.SheetAsync("Found")).FillAsync("Name", "Committee of a browser")).FillAsync("Id", "browser")).SendAsync();
        await (await (await manager.SheetAsync("Appoint the chair")).ChooseAsync("Somebody", "Demo chair")).SendAsync();
        await (await (await manager.SheetAsync("Add a member")).ChooseAsync("Reviewer", "Demo reviewer 5")).SendAsync();
        await manager.PressAsync("Leaves: Demo reviewer 5");
        await Expect(manager.Page.Locator(".facts")).ToContainTextAsync("Demo chair");
    }

    [Fact]
    public async Task Question_AskedInTheDemonstration_IsAnsweredByTheApplicant()
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await applicant.TakeUpAsync("Answer a question", "Words for stage in lung cancer abstracts");
        await (await (await applicant.SheetAsync("Answer")).FillAsync("Your answer", "From 2018 on.")).SendAsync();
        await manager.GoAsync("/requests/request-demo-02/questions");
        await manager.SeesAsync("From 2018 on.");
    }
}
