namespace Centra.Browsing.Journeys;

/// <summary>A patient opts out, and vanishes from the practice's list.</summary>
public class OptOutTests(Portal portal)
{
    [Fact]
    public async Task OptOut_EnteredByThePractice_MakesThePatientVanishFromItsList()
    {
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent);
        await agent.GoAsync("/home");
        await agent.FollowAsync("Patients");
        var patient = await ListedPatient.OfAsync(agent.Page, 4);
        await (await (await agent.SheetAsync("Find")).FillAsync("Your number of the patient", patient.Number)).SendAsync();
        var (given, family, birth) = (await FactAsync("Given names"), await FactAsync("Family name"), await FactAsync("Birth date"));

        await agent.FollowAsync("Opt a patient out");
        var form = await agent.SheetAsync("Preview");
        foreach (var (label, text) in new[] { ("Given names", given), ("Date of birth", birth), ("Your number of the patient", patient.Number), ("Date on the form", "2026-01-05") })
            await form.FillAsync(label, text);
        await agent.Page.Locator("#family").FillAsync(family);
        await form.SendAsync();
        await agent.SeesAsync("Entering this erases 1 patient of yours");
        await agent.PressAsync("Opt this patient out");
        await agent.SeesAsync("1 patients, ");
        var receipt = await agent.Page.RunAndWaitForDownloadAsync(() => agent.Page.GetByRole(AriaRole.Link, new() { Name = "Save the receipt" }).ClickAsync());
        (await File.ReadAllTextAsync(await receipt.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain("\"patientsErased\":1");

        await agent.GoAsync("/practice/patients");
        await agent.SeesNotAsync(patient.Number);
        await agent.SeesNotAsync(patient.Name);

        Task<string> FactAsync(string word) => ListedPatient.FactAsync(agent.Page, word);
    }

    [Fact]
    public async Task File_OfOptOuts_IsPreviewed_BeforeItIsEntered()
    {
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent, 2);
        await agent.GoAsync("/practice/opt-out-file");
        await agent.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "people.csv", MimeType = "text/csv", Buffer = "given,family,birth_date,postal_code\nUna,Steel,1971-01-02,10001\nUlf,Brandt,1972-03-04,10002\nNobody,,,\n"u8.ToArray(),
        });
        await agent.PressAsync("Preview");
        await agent.SeesAsync("3 lines; 2 can be entered, 1 cannot");
        await agent.PressAsync("Opt 2 people out");
        await Expect(agent.Page.GetByRole(AriaRole.Link, new() { Name = "Save" })).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task OptOut_WithTheKeyboardAlone_FromSignInToTheReceipt()
    {
        await using var agent = await portal.VisitAsync();
        var (page, keys) = (agent.Page, new Keyboard(agent.Page));
        await agent.GoAsync("/sign-in");
        await keys.ReachAsync("Skip to the content");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await keys.PressAsync("Sign in as this one: Practice");
        await keys.PressAsync("Patients");
        var patient = await ListedPatient.OfAsync(page, 6);
        await keys.TypeAsync("Your number of the patient", patient.Number);
        await keys.LeaveAsync("Enter");
        var (given, family, birth) = (await FactAsync("Given names"), await FactAsync("Family name"), await FactAsync("Birth date"));
        await keys.PressAsync("Opt a patient out");
        await keys.TypeAsync("Given names", given);
        await keys.TypeAsync("Family name", family);
        await keys.TypeAsync("Date of birth", birth);
        await keys.ReachAsync("Sex");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await keys.TypeAsync("Your number of the patient", patient.Number);
        await keys.PressAsync("Preview", " ");
        await agent.SeesAsync("Entering this erases 1 patient of yours");
        await keys.PressAsync("Opt this patient out", " ");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The patient has opted out");
        await keys.PressAsync("Your practice");
        await keys.PressAsync("Patients");
        await agent.SeesNotAsync(patient.Number);

        Task<string> FactAsync(string word) => ListedPatient.FactAsync(page, word);
    }
}
