using System.Globalization;
using System.Text.RegularExpressions;

namespace Centra.Browsing.Journeys;

/// <summary>A payment that came by card and was charged back: the provider tells of both, Finance sees it and gets the money again.</summary>
public partial class ChargebackTests(Portal portal)
{
    private const string Title = "Paid by a card that was not theirs";
    private const string Request = "/requests/request-charged-back";

    [Fact]
    public async Task Chargeback_ToldByTheProvider_PausesAccess_UntilFinanceHasTheMoneyAgain()
    {
        await using var finance = await portal.VisitAsync(Roles.Finance);
        await portal.Service.InvoicedAsync("request-charged-back", Title);
        await finance.GoAsync($"{Request}/money");
        var (invoice, owed) = (Number().Match(await finance.Page.Locator("main").InnerTextAsync()).Value, await OwedAsync(finance));
        using (var provider = new Provider(portal.Service.Address))
        {
            (await provider.TellAsync(invoice, owed, secret: "somebody-else-s-secret-of-the-same-length")).ShouldBe(401);
            (await provider.TellAsync(invoice, owed)).ShouldBe(200);
            await finance.GoAsync($"{Request}/money");
            await finance.SeesAsync("Fulfilment");
            (await provider.TellAsync(invoice, owed, "chargeback-1")).ShouldBe(200);
        }

        await finance.TakeUpAsync("Invoices that are owed", invoice);
        await finance.SeesAsync("Access is paused");
        (await OwedAsync(finance)).ShouldBe(owed);
        await PayAgainAsync(finance);
        await using var second = await portal.VisitAsync(Roles.Finance, 2);
        await second.TakeUpAsync("Confirm as the second person", Title);
        await (await (await second.SheetAsync("Confirm the payment")).FillAsync("The bank's reference", "BANK-CB")).SendAsync();
        (await OwedAsync(second)).ShouldBe(0);
        await ResumeAsync();
    }

    private static async Task PayAgainAsync(Visit finance)
    {
        var sheet = await finance.SheetAsync("Record a payment");
        await (await (await sheet.FillAsync("The bank's reference", "BANK-CB")).ChooseAsync("How it came", "Bank transfer")).SendAsync();
    }

    private async Task ResumeAsync()
    {
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.GoAsync(Request);
        await (await (await manager.SheetAsync("Resume access")).FillAsync("Why", "The money came by bank")).SendAsync();
        await manager.SeesNotAsync("Access is paused");
    }

    private static async Task<decimal> OwedAsync(Visit visit) =>
        decimal.Parse(Amount().Match(await visit.Page.Locator("tfoot").First.InnerTextAsync()).Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"INV-[0-9A-Z-]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"-?[\d,]+\.\d\d")]
    private static partial Regex Amount();
}
