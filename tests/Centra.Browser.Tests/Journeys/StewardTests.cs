namespace Centra.Browsing.Journeys;

/// <summary>A data steward keeps the catalogue.</summary>
public class StewardTests(Portal portal)
{
    private const string Dictionary = """
        [
          { "name": "year", "label": "Year", "meaning": "The year of the answer.", "type": "whole", "isFacet": false },
          { "name": "answer", "label": "Answer", "meaning": "What was answered.", "type": "code", "isFacet": true, "values": ["yes", "no"] }
        ]
        """;

    [Fact]
    public async Task Question_OfAnApplicant_IsAnswered()
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await using var steward = await portal.VisitAsync(Roles.DataSteward);
        await applicant.GoAsync("/catalogue/practice-census");
        await (await (await applicant.SheetAsync("Ask")).FillAsync("Question", "Are networks counted once?")).SendAsync();

        await steward.GoAsync("/home");
        await steward.FollowAsync("Questions about datasets");
        var card = steward.Page.Locator(".card").Filter(new() { HasText = "Are networks counted once?" });
        await card.GetByLabel("Answer").FillAsync("Each site is counted.");
        await steward.LeaveAsync(card.GetByRole(AriaRole.Button, new() { Name = "Answer" }));

        await applicant.FollowAsync("Your questions and their answers");
        await applicant.SeesAsync("Each site is counted.");
    }

    [Fact]
    public async Task Dataset_IsListed_Kept_AskedFor_AndRetired()
    {
        await using var steward = await portal.VisitAsync(Roles.DataSteward);
        await using var reader = await portal.VisitAsync();
        await ListAsync(steward);
        await KeepAsync(steward);
        await reader.GoAsync("/catalogue");
        await reader.FollowAsync("A survey in a browser");
        await reader.SeesAsync("2, version 1");
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Ask for it" })).ToBeVisibleAsync();

        await (await (await steward.SheetAsync("Give it out no longer", "Retire it")).FillAsync("Why", "It was a trial")).SendAsync();
        await reader.Page.ReloadAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Ask for it" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("meeting-abstracts")]
    [InlineData("practice-census")]
    public async Task Dataset_KeptAsItIsShown_IsTaken(string dataset)
    {
        await using var steward = await portal.VisitAsync(Roles.DataSteward, 2);
        await steward.GoAsync($"/catalogue/{dataset}");
        await steward.FollowAsync("Keep this dataset");
        await steward.PressAsync("Keep");
        await steward.PressAsync("Keep the dictionary", "Dictionary");
        await steward.PressAsync("Keep the release profile", "What may leave");
        await steward.PressAsync("Keep the description", "Description");
    }

    private static async Task ListAsync(Visit steward)
    {
        await steward.GoAsync("/home");
        await steward.FollowAsync("List a dataset");
        var form = await steward.SheetAsync("List it");
        foreach (var (label, text) in new[] { ("Id", "browser-survey"), ("Title", "A survey in a browser"), ("In a sentence", "Two answers."), ("Description", "Made up."), ("Where it comes from", "A test."), ("From year", "2020") })
            await form.FillAsync(label, text);
        await form.ChooseAsync("Sensitivity", "open");
        await form.ChooseAsync("Line of the price book", "Surveys and census");
        await (await form.TickAsync("General research")).SendAsync();
    }

    private static async Task KeepAsync(Visit steward)
    {
        await (await (await steward.SheetAsync("Keep the dictionary", "Dictionary")).FillAsync("Variables", Dictionary)).SendAsync();
        await steward.PressAsync("Keep the dictionary", "Dictionary");
        var version = await steward.SheetAsync("Add the version");
        await steward.Page.GetByLabel("New rows").SetInputFilesAsync(new FilePayload { Name = "rows.csv", MimeType = "text/csv", Buffer = "year,answer\n2024,yes\n2025,no\n"u8.ToArray() });
        await (await version.FillAsync("What is new", "The first rows")).SendAsync();
        await steward.SeesAsync("The first rows");
        var use = await steward.SheetAsync("Keep");
        await use.ChooseAsync("Standing", "can be asked for");
        await use.ChooseAsync("Committee that decides", "Information sharing");
        await (await use.FillAsync("Terms of use", "For research.")).SendAsync();
    }
}
