using System.Net.Http.Json;

namespace Centra.Browsing.Journeys;

/// <summary>What a practice does beside opting patients out: it attests, and it objects.</summary>
public class PracticeTests(Portal portal)
{
    [Fact]
    public async Task Patients_AttestedToBeInformed_AreSoForTheOfficersToo()
    {
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent, 2);
        await agent.GoAsync("/practice");
        var form = await agent.SheetAsync("Attest");
        await agent.Page.GetByLabel("We offer every patient to opt out.").UncheckAsync();
        await (await form.TickAsync("Our patients are informed.")).SendAsync();
        await agent.SeesAsync("opting out is not offered");

        await using var officer = await portal.VisitAsync(Roles.PrivacyOfficer);
        await officer.GoAsync("/practices");
        await officer.FollowAsync("Lakeview Cancer Center");
        await Expect(officer.Page.Locator("dt:text-is('Offers opting out') + dd")).ToHaveTextAsync("no");
    }

    [Fact]
    public async Task Objection_OfAPractice_IsAskedAboutWhereTheFormIs_AndCorrectedByTwoOfficers()
    {
        await OptOutAsync();
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent, 2);
        await agent.GoAsync("/practice");
        await agent.FollowAsync("Kept out by mistake");
        var form = await agent.SheetAsync("Ask for a decision");
        foreach (var (label, text) in new[] { ("Your id of the patient's record", "p-77"), ("Given names", "Tove"), ("Family name", "Halvorsen"), ("Date of birth", "1957-08-19"), ("Street and number", "4 Mill Lane"), ("Postal code", "04101") })
            await form.FillAsync(label, text);
        await form.SendAsync();

        await using var first = await portal.VisitAsync(Roles.PrivacyOfficer);
        await first.GoAsync("/review-lane");
        await first.LeaveAsync(first.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Lakeview Cancer Center" }).GetByRole(AriaRole.Link, new() { Name = "Objection of the practice" }));
        var item = new Uri(first.Page.Url).AbsolutePath;
        await first.SeesAsync("Halvorsen");
        await first.PressAsync("Someone else");
        await using var second = await portal.VisitAsync(Roles.PrivacyOfficer, 2);
        await second.GoAsync(item);
        await second.PressAsync("I agree: someone else");
        await second.GoAsync(item);
        await second.SeesAsync("let in");
    }

    // By the interface, as the practice's own program would.
    private async Task OptOutAsync()
    {
        using var program = await portal.Service.ProgramAsync(Roles.ProviderAgent);
        using var answer = await program.PostAsJsonAsync("/api/opt-outs", new
        {
            given = new[] { "Tove" }, family = "Halvorsen", birthDate = "1957-08-19", addressLine = "4 Mill Lane", postalCode = "04101", signedOn = "2026-02-03",
        }, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
