using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Centra.Browsing.Journeys;

/// <summary>What a practice does beside opting patients out: it attests, and it objects.</summary>
public class PracticeTests(Portal portal)
{
    private static readonly string[] Given = ["Tove"];

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
        await OptOutAsync("Halvorsen");
        await ObjectAsync("Halvorsen");
        await using var first = await portal.VisitAsync(Roles.PrivacyOfficer);
        var item = await FindAsync(first, "Halvorsen");
        await first.PressAsync("Someone else");
        await using var second = await portal.VisitAsync(Roles.PrivacyOfficer, 2);
        await second.GoAsync(item);
        await second.PressAsync("I agree: someone else");
        await second.GoAsync(item);
        await second.SeesAsync("let in");
    }

    [Fact]
    public async Task Objection_ThatTurnsOutToBeTheSamePerson_IsEndedByOneOfficer_AndThePatientStaysOut()
    {
        await OptOutAsync("Nordahl");
        await ObjectAsync("Nordahl");
        await using var officer = await portal.VisitAsync(Roles.PrivacyOfficer);
        var item = await FindAsync(officer, "Nordahl");
        await officer.PressAsync("The same person: erase");
        await officer.GoAsync("/review-lane");
        await Expect(officer.Page.Locator($"a[href='{item}']")).ToHaveCountAsync(0);
        await officer.GoAsync(item);
        await officer.SeesAsync("same person");
        await officer.SeesNotAsync("Nordahl");
        (await ScreenAsync("Nordahl")).ShouldContain("suppressed");
    }

    private async Task ObjectAsync(string family)
    {
        await using var agent = await portal.VisitAsync(Roles.ProviderAgent, 2);
        await agent.GoAsync("/practice");
        await agent.FollowAsync("Kept out by mistake");
        var form = await agent.SheetAsync("Ask for a decision");
        foreach (var (label, text) in new[] { ("Your id of the patient's record", "p-77"), ("Given names", "Tove"), ("Family name", family), ("Date of birth", "1957-08-19"), ("Street and number", "4 Mill Lane"), ("Postal code", "04101") })
            await form.FillAsync(label, text);
        await form.SendAsync();
    }

    // Other tests have objections, too: whose it is is said on its page alone.
    private static async Task<string> FindAsync(Visit officer, string family)
    {
        await officer.GoAsync("/review-lane");
        var rows = officer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Lakeview Cancer Center" }).GetByRole(AriaRole.Link, new() { Name = "Objection of the practice" });
        foreach (var item in await rows.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
        {
            await officer.GoAsync(item);
            if ((await officer.Page.Locator("main").InnerTextAsync()).Contains(family, StringComparison.Ordinal))
                return item;
        }
        throw new ShouldAssertException("The lane has no such objection.");
    }

    private async Task<string> ScreenAsync(string family)
    {
        using var program = await portal.Service.ProgramAsync(Roles.ProviderAgent, 2);
        using var line = new StringContent(JsonSerializer.Serialize(Person(family)) + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await program.PostAsync("/api/screen", line, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static object Person(string family) => new { given = Given, family, birthDate = "1957-08-19", addressLine = "4 Mill Lane", postalCode = "04101", signedOn = "2026-02-03" };

    // By the interface, as the practice's own program would.
    private async Task OptOutAsync(string family)
    {
        using var program = await portal.Service.ProgramAsync(Roles.ProviderAgent);
        using var answer = await program.PostAsJsonAsync("/api/opt-outs", Person(family), TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
