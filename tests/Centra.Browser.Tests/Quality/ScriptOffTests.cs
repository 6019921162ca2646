namespace Centra.Browsing.Quality;

/// <summary>A browser that runs no script.</summary>
public class ScriptOffTests(Portal portal)
{
    private const string Title = "Written without a script";

    [Fact]
    public async Task Application_WithoutScript_IsWritten_Counted_AttachedTo_AndTakenBack()
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant, options: new() { JavaScriptEnabled = false });
        await applicant.GoAsync("/requests/new");
        await (await (await (await applicant.SheetAsync("Begin")).FillAsync("Title", Title)).ChooseAsync("Your institution", "Harbor University")).SendAsync();
        var page = new Uri(applicant.Page.Url).AbsolutePath;

        await applicant.LeaveAsync(applicant.Page.Locator(".parts a").First);
        await applicant.Page.Locator("textarea").First.FillAsync("Typed and sent by a button.");
        await applicant.PressAsync("Save");
        await Expect(applicant.Page.Locator("textarea").First).ToHaveValueAsync("Typed and sent by a button.");

        await applicant.GoAsync($"{page}/datasets/meeting-abstracts");
        await applicant.PressAsync("Count", "Is the cohort large enough");
        await applicant.SeesAsync("more times today");

        await applicant.GoAsync($"{page}/documents");
        var document = await applicant.SheetAsync("Attach");
        await applicant.Page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = Papers.Pdf });
        await document.SendAsync();
        await applicant.SeesAsync("plan.pdf");

        await applicant.GoAsync(page.Replace("/application", "", StringComparison.Ordinal));
        await (await (await applicant.SheetAsync("Withdraw the request")).FillAsync("Why", "It was a trial")).SendAsync();
        await applicant.SeesAsync("Withdrawn");
    }
}
