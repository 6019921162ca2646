namespace Centra.Browsing.Journeys;

/// <summary>Somebody who has not signed in: a patient who wants out, in either language, and whoever wants to know.</summary>
public class PublicTests(Portal portal)
{
    [Fact]
    public async Task Patient_WhoReadsSpanish_FindsTheFormToPrint()
    {
        await using var patient = await portal.VisitAsync();
        await patient.GoAsync("/");
        await patient.FollowAsync("Cómo excluirse");
        await Expect(patient.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await patient.FollowAsync("imprímalo aquí");
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Formulario de exclusión");
        await Expect(patient.Page.GetByRole(AriaRole.Button, new() { Name = "Imprimir" })).ToBeVisibleAsync();
        await patient.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(patient.Page.Locator("header")).ToBeHiddenAsync();
        await Expect(patient.Page.GetByText("Firma", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Patient_WhoReadsEnglish_FindsTheFormToPrint()
    {
        await using var patient = await portal.VisitAsync();
        await patient.GoAsync("/");
        await patient.FollowAsync("How to opt out");
        await patient.LeaveAsync(patient.Page.Locator("main a[href='/opt-out/form']").First);
        await Expect(patient.Page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reader_LearnsWhatThereIs_WhoWasGivenIt_AndByWhichRules()
    {
        await using var reader = await portal.VisitAsync();
        await reader.GoAsync("/");
        await reader.FollowAsync("Catalogue");
        await (await (await reader.SheetAsync("Show")).FillAsync("Words", "abstracts")).SendAsync();
        await reader.FollowAsync("Meeting abstracts");
        await reader.SeesAsync("Dictionary");
        await reader.FollowAsync("Approved requests");
        await reader.SeesAsync("Methods words in breast cancer abstracts");
        await reader.FollowAsync("Figures");
        await Expect(reader.Page.Locator("main h2").First).ToBeVisibleAsync();
        await reader.FollowAsync("Privacy and security");
        await reader.FollowAsync("Sign in");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }
}
