using System.Net;
using static Centra.Service.Tests.Billing.AppBilling;

namespace Centra.Service.Tests.Billing;

/// <summary>Money that belongs nowhere is kept until a person has seen to it.</summary>
public class UnmatchedTests(BillingApp billing) : IClassFixture<BillingApp>
{
    private readonly ServiceApp _app = billing.App;

    [Fact]
    public async Task UnknownInvoice_IsKept_AssignedByOneAndConfirmedByAnother()
    {
        var (one, invoice) = (await _app.As(Roles.Finance), await _app.InvoiceAsync("assign"));
        var body = Message("evt-assign", "INV-2026-typo", "pay-assign", 1000m);
        (await Tell(body)).ShouldBe("keptForAPerson");
        (await Tell(body)).ShouldBe("keptForAPerson");
        var item = (await one.Client.GetAsync("/api/payments/unmatched").Json()).Items().Where(item => item.Text("eventId") == "evt-assign").ShouldHaveSingleItem();
        (item.Text("why"), item.GetProperty("amount").GetDecimal()).ShouldBe(("InvoiceNotFound", 1000m));
        var path = $"/api/payments/unmatched/{item.Text("unmatchedId")}/assign";

        await one.Client.Post(path, new { invoice = "INV-2026-other" }).ShouldRefuse(HttpStatusCode.NotFound, "InvoiceNotFound");
        (await one.Client.Post(path, new { invoice }).Json()).Text("standing").ShouldBe("assigned");
        (await one.Client.Post(path, new { invoice }).Json()).Text("standing").ShouldBe("assigned");

        (await _app.FactsAsync("assign")).IsSettled.ShouldBeFalse();
        await _app.LedgerAsync("assign", new Centra.Billing.ConfirmPayment("pay-assign", "pay-assign"), "finance-2");
        (await _app.FactsAsync("assign")).IsSettled.ShouldBeTrue();
        (await Tell(body)).ShouldBe("keptForAPerson");
        (await _app.FactsAsync("assign")).Balance.ShouldBe(0m);
    }

    [Fact]
    public async Task PaymentOfAnotherRequest_IsNotCountedAgain()
    {
        var (first, second) = (await _app.InvoiceAsync("here"), await _app.InvoiceAsync("there"));
        (await Tell(Message("evt-here", first, "pay-both", 1000m))).ShouldBe("booked");

        (await Tell(Message("evt-there", second, "pay-both", 1000m))).ShouldBe("keptForAPerson");

        (await _app.FactsAsync("there")).IsSettled.ShouldBeFalse();
        (await UnmatchedAsync("evt-there")).Why.ShouldBe("PaymentIsBookedElsewhere");
    }

    [Fact]
    public async Task SamePaymentWithAnotherAmount_AndOtherCurrency_AreKept()
    {
        var invoice = await _app.InvoiceAsync("differs");
        (await Tell(Message("evt-d1", invoice, "pay-d", 400m))).ShouldBe("booked");

        (await Tell(Message("evt-d2", invoice, "pay-d", 500m))).ShouldBe("keptForAPerson");
        (await Tell(Message("evt-d1", invoice, "pay-d", 600m))).ShouldBe("keptForAPerson");
        (await Tell(Message("evt-d3", invoice, "pay-d3", 500m).Replace("USD", "EUR"))).ShouldBe("keptForAPerson");

        (await UnmatchedAsync("evt-d2")).Why.ShouldBe("EntryIdWasUsedForAnother");
        (await UnmatchedAsync("evt-d3")).Why.ShouldBe("CurrencyIsAnother");
        (await _app.FactsAsync("differs")).Balance.ShouldBe(600m);
    }

    [Fact]
    public async Task Dismissal_NeedsAReason_AndEndsIt()
    {
        var (finance, invoice) = (await _app.As(Roles.Finance), await _app.InvoiceAsync("dismiss"));
        await Tell(Message("evt-gone", "INV-none", "pay-gone", 5m));
        var path = $"/api/payments/unmatched/{(await UnmatchedAsync("evt-gone")).Id}";

        await finance.Client.Post($"{path}/dismiss", new { }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "DismissalNeedsAReason");
        (await finance.Client.Post($"{path}/dismiss", new { reason = "A test of the provider" }).Json()).Text("standing").ShouldBe("dismissed");
        await finance.Client.Post($"{path}/assign", new { invoice }).ShouldRefuse(HttpStatusCode.Conflict, "UnmatchedIsDecided");
        await finance.Client.Post("/api/payments/unmatched/none/dismiss", new { reason = "Nothing there" }).ShouldRefuse(HttpStatusCode.NotFound, "UnmatchedNotFound");
    }

    private async Task<(string Id, string Why)> UnmatchedAsync(string eventId)
    {
        var auditor = await _app.As(Roles.Auditor);
        var item = (await auditor.Client.GetAsync("/api/payments/unmatched?standing=all").Json()).Items().First(item => item.Text("eventId") == eventId);
        return (item.Text("unmatchedId"), item.Text("why"));
    }

    private async Task<string> Tell(string body) => (await _app.TellAsync(body).Json()).Text("outcome");
}
