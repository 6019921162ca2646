namespace Centra.Browsing.Journeys;

/// <summary>Operators: somebody is admitted, gets a role by two of them, works, and is out at once.</summary>
public class OperatorTests(Portal portal)
{
    private const string Email = "nora.field@demo.example";
    private const string Password = "three green lamps at noon";

    [Fact]
    public async Task Person_AdmittedAndGivenARoleByTwo_ComesInAndGoesOut()
    {
        await using var first = await portal.VisitAsync(Roles.Operator);
        await using var second = await portal.VisitAsync(Roles.Operator, 2);
        await using var nora = await portal.VisitAsync();
        var oneTime = await AdmitAsync(first);
        await second.TakeUpAsync("Approve roles that were proposed", "Nora Field");
        await second.PressAsync("Approve: Finance");
        await second.SeesAsync("Approved.");

        await ComeInAsync(nora, oneTime);
        await nora.SeesAsync("Finance");
        await nora.FollowAsync("Payments");

        await second.PressAsync("Disable: out at once");
        await nora.Page.GotoAsync("/home");
        await Expect(nora.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    private static async Task<string> AdmitAsync(Visit first)
    {
        await first.GoAsync("/home");
        await first.FollowAsync("Admit a person");
        var form = await first.SheetAsync("Admit");
        await (await (await (await form.FillAsync("Name", "Nora Field")).FillAsync("E-mail", Email)).TickAsync("Finance")).SendAsync();
        var oneTime = await first.Page.Locator(".hash").InnerTextAsync();
        await first.FollowAsync("The person and their roles");
        await first.SeesAsync("It counts when another operator approves it.");
        return oneTime;
    }

    private static async Task ComeInAsync(Visit nora, string oneTime)
    {
        await SignInAsync(nora, oneTime);
        await nora.SeesAsync("choosing your own");
        var own = await nora.SheetAsync("Choose");
        await own.FillAsync("One-time password", oneTime);
        await nora.Page.Locator("#chosen").FillAsync(Password);
        await (await own.FillAsync("New password again", Password)).SendAsync();
    }

    private static async Task SignInAsync(Visit visit, string password)
    {
        await visit.GoAsync("/sign-in");
        await visit.Page.Locator("#email").FillAsync(Email);
        await visit.Page.Locator("#password").FillAsync(password);
        await visit.LeaveAsync(visit.Page.Locator("form.stack").GetByRole(AriaRole.Button, new() { Name = "Sign in" }));
    }
}
