using System.Text.RegularExpressions;

namespace Centra.Browsing.Journeys;

/// <summary>Agreements on other ways than the usual one: signed on paper, amended.</summary>
public partial class ContractTests(Portal portal)
{
    [Fact]
    public async Task Agreement_SignedOnPaper_CountsWhenTwoPeopleHaveComparedTheScan()
    {
        const string page = "/requests/request-demo-05/agreement";
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.GoAsync(page);
        var issued = Day().Match(await manager.Page.Locator(".facts").First.InnerTextAsync()).Value;
        var scan = await manager.SheetAsync("Attach the scan", "Attach a scan");
        await manager.Page.GetByLabel("Scan", new() { Exact = false }).SetInputFilesAsync(new FilePayload { Name = "signed.pdf", MimeType = "application/pdf", Buffer = Papers.Pdf });
        await (await (await (await (await scan.ChooseAsync("Who signed", "Demo signing official")).FillAsync("Name as signed", "Cleo Hart")).FillAsync("In which capacity", "Provost")).FillAsync("Date on the paper", issued)).SendAsync();
        await manager.SeesAsync("Nobody yet; two people have to.");
        await manager.PressAsync("I attest it");
        await manager.SeesAsync("The second attestation is another person's.");

        await using var second = await portal.VisitAsync(Roles.RequestManager, 2);
        await second.GoAsync(page);
        await second.PressAsync("I attest it");
        await second.SeesAsync("Cleo Hart");
        await using var signatory = await portal.VisitAsync(Roles.SocietySignatory);
        await signatory.TakeUpAsync("Countersign the agreement", "Supportive care at annual meetings");
    }

    [Fact]
    public async Task Amendment_OfARequestInForce_SaysWhatItChanges_AndLeavesTheOtherInForce()
    {
        const string title = "Methods words, and where they stand";
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await applicant.GoAsync("/requests/request-demo-08");
        await applicant.FollowAsync("Amend it");
        await (await (await applicant.SheetAsync("Begin")).FillAsync("Title", title)).SendAsync();
        await applicant.LeaveAsync(applicant.Page.Locator(".parts a").First);
        await applicant.Page.Locator("textarea").First.FillAsync("Also where in an abstract they stand.");
        await applicant.PressAsync("Save");
        await applicant.FollowAsync("Check and hand in");
        await applicant.FollowAsync("Compare with a former one");
        await Expect(applicant.Page.Locator("section").Filter(new() { HasText = "they stand" }).Locator("ins").First).ToBeVisibleAsync();
        await applicant.TurnToAsync("Application");
        await applicant.PressAsync("Submit the application");

        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.TakeUpAsync("Check availability", title);
        await manager.SeesAsync("Amendment");
        await manager.GoAsync("/requests/request-demo-08");
        await manager.SeesAsync("Active");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();
}
