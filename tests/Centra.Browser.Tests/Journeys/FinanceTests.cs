using System.Globalization;

namespace Centra.Browsing.Journeys;

/// <summary>Finance: a part is waived, too much is paid, the rest goes back; each by two people.</summary>
public class FinanceTests(Portal portal)
{
    private const string Page = "/requests/request-demo-06/money";

    [Fact]
    public async Task Fee_WaivedInPart_OverpaidAndRefunded_EndsAtZero()
    {
        await using var first = await portal.VisitAsync(Roles.Finance);
        await using var second = await portal.VisitAsync(Roles.Finance, 2);
        await first.GoAsync(Page);
        await (await (await (await first.SheetAsync("Waive the fee or a part of it")).FillAsync("Amount", "50.00")).FillAsync("Why", "A small study")).SendAsync();
        await first.SeesAsync("Somebody else of Finance approves it.");
        await second.GoAsync("/home");
        await second.FollowAsync("Payments");
        await second.LeaveAsync(second.Page.Locator($"a[href='{Page}']").First);
        await second.PressAsync("Approve the waiver");

        await PayAsync(first, 25);
        await second.GoAsync(Page);
        await (await (await second.SheetAsync("Confirm the payment")).FillAsync("The bank's reference", "BANK-90")).SendAsync();

        await first.GoAsync(Page);
        var refund = await first.SheetAsync("Record a refund");
        await Expect(first.Page.Locator("[id*='refunds-amount']")).ToHaveValueAsync("25.00");
        await (await (await refund.FillAsync("The bank's reference", "BANK-91")).FillAsync("Why", "Paid too much")).SendAsync();
        await second.GoAsync(Page);
        await second.PressAsync("Approve the refund");

        await Expect(second.Page.Locator("tfoot").First).ToContainTextAsync("0.00");
        (await second.Page.APIRequest.GetAsync((await second.Page.GetByRole(AriaRole.Link, new() { Name = "Receipt (PDF)" }).GetAttributeAsync("href"))!)).Headers["content-type"].ShouldBe("application/pdf");
    }

    [Fact]
    public async Task Payment_ThatTheBankTookBack_IsOwedAgain_AndAccessPauses()
    {
        const string request = "/requests/request-demo-07";
        await using var finance = await portal.VisitAsync(Roles.Finance);
        await finance.GoAsync($"{request}/money");
        await (await (await finance.SheetAsync("Record a payment that the bank took back")).FillAsync("Why", "The cheque bounced")).SendAsync();
        await finance.SeesAsync("The cheque bounced");
        await finance.GoAsync("/home");
        await Expect(finance.Page.Locator($"a[href='{request}/money']").First).ToBeVisibleAsync();

        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await applicant.GoAsync(request);
        await applicant.SeesAsync("paused");
        await using var manager = await portal.VisitAsync(Roles.RequestManager);
        await manager.GoAsync($"{request}/history");
        await manager.SeesAsync("The cheque bounced");
    }

    private static async Task PayAsync(Visit first, decimal more)
    {
        await first.GoAsync(Page);
        var sheet = await first.SheetAsync("Record a payment");
        var amount = first.Page.Locator("[id*='payments-amount']");
        var owed = decimal.Parse(await amount.InputValueAsync(), CultureInfo.InvariantCulture);
        await amount.FillAsync((owed + more).ToString(CultureInfo.InvariantCulture));
        await (await (await sheet.FillAsync("The bank's reference", "BANK-90")).ChooseAsync("How it came", "Cheque")).SendAsync();
    }
}
