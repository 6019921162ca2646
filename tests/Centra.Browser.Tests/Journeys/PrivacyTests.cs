namespace Centra.Browsing.Journeys;

/// <summary>Privacy officers: what is uncertain, what leaves, who may look; each by two people.</summary>
public class PrivacyTests(Portal portal)
{
    [Fact]
    public async Task UncertainMatch_AskedAtThePractice_IsSomeoneElse_WhenTwoOfficersAgree()
    {
        await using var first = await portal.VisitAsync(Roles.PrivacyOfficer);
        await using var second = await portal.VisitAsync(Roles.PrivacyOfficer, 2);
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent);
        await first.GoAsync("/home");
        await first.LeaveAsync(first.Page.Locator(".duties a[href^='/review-lane/']").First);
        var item = new Uri(first.Page.Url).AbsolutePath;
        await first.SeesAsync("This look is recorded.");
        await first.PressAsync("Ask the practice that holds the form");

        await agent.TakeUpAsync("Answer the privacy officers", "Is it the same person?");
        await agent.PressAsync("Someone else");
        await agent.SeesNotAsync("Is it the same person?");

        await first.GoAsync(item);
        await first.SeesAsync("omeone else");
        await first.PressAsync("Someone else");
        await second.GoAsync(item);
        await second.PressAsync("I agree: someone else");
        await second.GoAsync("/review-lane");
        await Expect(second.Page.Locator($"a[href='{item}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Disclosure_ProposedApprovedAndGivenOut_IsInTheAccounting()
    {
        await using var first = await portal.VisitAsync(Roles.PrivacyOfficer);
        await using var second = await portal.VisitAsync(Roles.PrivacyOfficer, 2);
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent);
        await agent.GoAsync("/practice/patients");
        var patient = await ListedPatient.OfAsync(agent.Page, 9);
        await first.GoAsync("/disclosures");
        var form = await first.SheetAsync("Propose");
        await form.ChooseAsync("Practice", "Riverside Oncology");
        foreach (var (label, text) in new[] { ("Its number of the patient", patient.Number), ("To whom", "The court of a test"), ("What for", "A subpoena"), ("SHA-256 of the order", new string('a', 64)), ("What is disclosed", "Name and birth date") })
            await form.FillAsync(label, text);
        await form.SendAsync();
        await second.GoAsync("/disclosures");
        await second.PressAsync("Approve");
        var given = await second.Page.RunAndWaitForDownloadAsync(() => second.Page.GetByRole(AriaRole.Button, new() { Name = "Save the data, once" }).ClickAsync());
        (await File.ReadAllTextAsync(await given.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain(patient.Number);

        await agent.GoAsync("/accounting");
        await (await (await agent.SheetAsync("Show the accounting")).FillAsync("Number of the patient at the practice", patient.Number)).SendAsync();
        await agent.SeesAsync("The court of a test");
    }

    [Fact]
    public async Task Grant_EndedBreakGlassUsedAndReviewed_AndTheGrantGivenAnew()
    {
        await using var first = await portal.VisitAsync(Roles.PrivacyOfficer);
        await using var second = await portal.VisitAsync(Roles.PrivacyOfficer, 2);
        await first.GoAsync("/break-glass");
        await (await (await (await first.SheetAsync("Break the glass")).ChooseAsync("What for", "")).FillAsync("Why now", "Nobody else is there")).SendAsync();
        await second.TakeUpAsync("Review break-glass accesses", "Demo privacy officer");
        await second.FollowAsync("Why, in their words");
        await second.SeesAsync("Nobody else is there");
        await second.PressAsync("It was justified");

        await using var steward = await portal.VisitAsync(Roles.DataSteward);
        await first.GoAsync("/people");
        await first.FollowAsync("Demo data steward");
        await (await (await (await first.SheetAsync("Record the training")).FillAsync("Employer", "The society")).FillAsync("Trained on", "2026-06-01")).SendAsync();
        await first.GoAsync("/look-grants");
        var give = await first.SheetAsync("Give", "Demo data steward,");
        await (await (await give.TickAsync("Find and mend faults")).FillAsync("Until", "2027-01-31")).SendAsync();
        await first.PressAsync("End it now: Demo data steward");
    }

    [Fact]
    public async Task OptOut_EnteredInError_EndsWhenAnOfficerConfirms()
    {
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent);
        await using var officer = await portal.VisitAsync(Roles.PrivacyOfficer);
        await agent.GoAsync("/practice/opt-outs");
        await agent.FollowAsync("Correct or end");
        var back = new Uri(agent.Page.Url).AbsolutePath;
        await agent.PressAsync("Ask for the correction");
        await officer.TakeUpAsync("Confirm the end of opt-outs", "Entered in error");
        await officer.PressAsync("Confirm that it ends");
        await agent.GoAsync(back);
        await agent.SeesAsync("This opt-out has ended.");
    }

    [Fact]
    public async Task Practice_Joins()
    {
        await using var officer = await portal.VisitAsync(Roles.PrivacyOfficer);
        await officer.GoAsync("/practices");
        await (await (await officer.SheetAsync("List it")).FillAsync("Its name", "Hillside Oncology")).SendAsync();
        var agreement = await officer.SheetAsync("Record the agreement");
        await (await (await agreement.FillAsync("In force until", "2027-12-31")).FillAsync("SHA-256", new string('b', 64))).SendAsync();
        await officer.SeesAsync("2027-12-31");
    }
}
