namespace Centra.Browsing.Journeys;

/// <summary>An auditor looks into everything and changes nothing.</summary>
public class AuditorTests(Portal portal)
{
    [Fact]
    public async Task Trail_OfARequest_IsSearched_Opened_Verified_AndSaved()
    {
        await using var auditor = await portal.VisitAsync(Roles.Auditor);
        await auditor.GoAsync("/home");
        await auditor.FollowAsync("Audit");
        var filter = await auditor.SheetAsync("Show");
        await (await (await filter.FillAsync("Stream begins with", "request/request-demo-10")).ChooseAsync("Order", "Oldest first")).SendAsync();
        await auditor.SeesAsync("Demo applicant");
        var saved = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Save as CSV" }).ClickAsync());
        (await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain("request/request-demo-10");

        await auditor.LeaveAsync(auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Submitted" }));
        await auditor.SeesAsync("request/request-demo-10");
        await auditor.FollowAsync("Verification");
        await auditor.SeesAsync("signed");
        await auditor.FollowAsync("Sign-ins");
        await auditor.SeesAsync("Demo auditor");
        await auditor.FollowAsync("Who looked");
        await auditor.FollowAsync("Disclosures");
        await Expect(auditor.Page.Locator("main form[method='post']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Request_OfAnybody_IsReadWithoutAnythingToDo()
    {
        await using var auditor = await portal.VisitAsync(Roles.Auditor);
        await auditor.GoAsync("/requests");
        await (await (await auditor.SheetAsync("Show")).FillAsync("Words", "Countries of authors")).SendAsync();
        await auditor.FollowAsync("Countries of authors");
        foreach (var part in new[] { "Application", "Review", "Agreement", "Money", "Release", "History" })
        {
            await auditor.TurnToAsync(part);
            await Expect(auditor.Page.Locator("main form[method='post']")).ToHaveCountAsync(0);
        }
    }
}
