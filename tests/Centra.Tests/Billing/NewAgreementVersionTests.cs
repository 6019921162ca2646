using Centra.Billing;

namespace Centra.Tests.Billing;

/// <summary>A new agreement version has its own ledger; what was paid goes with it, by pairs of lines.</summary>
public class NewAgreementVersionTests
{
    [Fact]
    public void NewInvoice_CarriesWhatWasPaid_AndAsksForTheFeeOnce()
    {
        var book = Revised(paid: 700m);

        (book.Balance(1), book.Facts(1).IsSettled, book.Balance(2)).ShouldBe((0m, false, 500m));
        book.State.Lines.Where(line => line.Kind is LineKind.Carried).Select(line => (line.AgreementVersion, line.Amount, line.Counterpart))
            .ShouldBe([(2, -700m, 1), (1, 700m, 2)]);
        book.State.Lines.Where(line => line.Kind is LineKind.Invoice or LineKind.Cancellation).Sum(line => line.Amount).ShouldBe(1200m);
    }

    [Fact]
    public void MoneyUnderTheOldInvoice_CountsForTheNewOne()
    {
        var book = Revised(paid: 700m);

        book.Tell(ProviderEventKind.Payment, "pay_1", 500m, version: 1).ShouldBe("");

        (book.Balance(1), book.Balance(2), book.Facts(2).IsSettled).ShouldBe((0m, 0m, true));
    }

    [Fact]
    public void ReversalOfAnOldPayment_IsOwedUnderTheNewOne()
    {
        var book = Revised(paid: 700m);
        book.Pay("p2", 500m, version: 2);
        book.Facts(2).IsSettled.ShouldBeTrue();

        book.Send(new RecordReversal("p1", "v1", 700m, "USD", "Chargeback")).ShouldBe("");

        (book.Balance(1), book.Balance(2), book.Facts(2).HasUnresolvedReversal).ShouldBe((0m, 700m, true));
    }

    [Fact]
    public void NoFeeForTheNewVersion_MakesWhatWasPaidDueForRefund()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 1000m);
        book.Send(new DetermineNoFee(2, "Waived by the board")).ShouldBe("");
        book.Facts(1).IsSettled.ShouldBeTrue("proposed is not approved");
        book.Send(new ApproveNoFee(2), Book.Two).ShouldBe("");

        (book.Facts(2).IsSettled, book.Facts(2).RefundDue, book.Balance(1)).ShouldBe((true, 1000m, 0m));
    }

    [Fact]
    public void OldVersion_TakesNothingNew()
    {
        var book = Revised(paid: 700m);

        book.Send(new IssueInvoice(1, 1200m, 2, [])).ShouldBe(nameof(BillingRefusal.AgreementVersionIsSuperseded));
        book.Send(new WaiveFee(1, "w1", 1m, "USD", "Too late")).ShouldBe(nameof(BillingRefusal.LedgerIsClosed));
        book.Send(new CancelFee(1, "Too late")).ShouldBe(nameof(BillingRefusal.AgreementVersionIsSuperseded));
    }

    private static Book Revised(decimal paid)
    {
        var book = Book.Invoiced();
        book.Pay("p1", paid);
        book.Send(new ReviseEstimate(1, "USD", Book.Lines(1200m), "More variables")).ShouldBe("");
        book.Send(new IssueInvoice(2, 1200m, 2, [])).ShouldBe("");
        return book;
    }
}
