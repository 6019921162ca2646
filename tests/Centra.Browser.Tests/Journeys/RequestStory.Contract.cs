namespace Centra.Browsing.Journeys;

// Agreement and money.
internal sealed partial class RequestStory
{
    /// <summary>Estimated, drawn up, signed by both.</summary>
    public async Task ContractAsync()
    {
        await using (var finance = await portal.VisitAsync(Roles.Finance))
        {
            await finance.TakeUpAsync("Estimate the cost", title);
            await finance.PressAsync("Estimate the cost");
        }
        await using (var manager = await portal.VisitAsync(Roles.RequestManager))
        {
            await manager.TakeUpAsync("Issue the agreement", title);
            await manager.PressAsync("Issue the agreement");
        }
        await SignAsync(Roles.SigningOfficial, "Sign the agreement");
        await SignAsync(Roles.SocietySignatory, "Countersign the agreement");
    }

    private async Task SignAsync(string role, string act)
    {
        await using var signer = await portal.VisitAsync(role);
        await signer.TakeUpAsync(act, title);
        var sheet = await signer.SheetAsync(act);
        await sheet.FillAsync("Your full name", "Cleo Hart");
        await sheet.FillAsync("In which capacity", "Provost");
        await (await sheet.FillAsync("Your password, again", "not the password")).ShouldBeRefusedAsync("password");
        sheet = await signer.SheetAsync(act);
        await Expect(signer.Page.GetByLabel("In which capacity")).ToHaveValueAsync("Provost");
        await (await sheet.FillAsync("Your password, again", await portal.Service.PasswordOfAsync(role))).SendAsync();
        await signer.SeesAsync("Signed.");
    }

    /// <summary>Invoiced, paid; whoever entered the payment does not confirm it.</summary>
    public async Task PayAsync()
    {
        await using (var finance = await portal.VisitAsync(Roles.Finance))
        {
            await finance.TakeUpAsync("Issue the invoice", title);
            await finance.PressAsync("Issue the invoice");
            var payment = await finance.SheetAsync("Record a payment");
            await payment.FillAsync("The bank's reference", "BANK-77");
            await (await payment.ChooseAsync("How it came", "Bank transfer")).SendAsync();
            await finance.SeesAsync("You entered it. Somebody else of Finance confirms it.");
        }
        await using var second = await portal.VisitAsync(Roles.Finance, 2);
        await second.TakeUpAsync("Confirm as the second person", title);
        await (await (await second.SheetAsync("Confirm the payment")).FillAsync("The bank's reference", "BANK-77")).SendAsync();
        await second.SeesAsync("Confirmed. The payment is in the ledger.");
        await second.SeesAsync("Fulfilment");
    }
}
