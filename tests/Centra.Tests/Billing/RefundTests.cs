using Centra.Billing;

namespace Centra.Tests.Billing;

public class RefundTests
{
    [Fact]
    public void Refund_OfTheCreditOnly_AndByTwoPersons()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 1300m);
        Record(book, "r1", 300.01m).ShouldBe(nameof(BillingRefusal.RefundIsAboveTheCredit));
        Record(book, "r1", 200m).ShouldBe("");
        Record(book, "r2", 200m).ShouldBe(nameof(BillingRefusal.RefundIsAboveTheCredit), "200 of the credit are spoken for");

        book.Send(new ApproveRefund("r1")).ShouldBe(nameof(BillingRefusal.SecondPersonIsNeeded));
        book.Send(new ApproveRefund("r1"), Book.Two).ShouldBe("");
        (book.Balance(), book.Facts().RefundDue, book.Facts().IsSettled).ShouldBe((-100m, 100m, true));
    }

    [Fact]
    public void Refund_WhoseCreditIsGoneWhenApproved_IsRefused()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 1000m);
        book.Pay("p2", 300m);
        Record(book, "r1", 300m).ShouldBe("");
        book.Send(new RecordReversal("p2", "v1", 300m, "USD", "Disputed")).ShouldBe("");

        book.Send(new ApproveRefund("r1"), Book.Two).ShouldBe(nameof(BillingRefusal.RefundIsAboveTheCredit));
        book.Send(new RejectEntry("r1", "Nothing to pay back"), Book.Two).ShouldBe("");
        book.Send(new ApproveRefund("r1"), Book.Two).ShouldBe(nameof(BillingRefusal.EntryIsDecided));
        book.Balance().ShouldBe(0m);
    }

    [Fact]
    public void Reversal_LeavesItsMarkUntilNothingIsOwed()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 1000m);
        book.Send(new RecordReversal("p1", "v1", 1000m, "USD", "Chargeback")).ShouldBe("");

        (book.Facts().HasUnresolvedReversal, book.Facts().IsSettled, book.Balance()).ShouldBe((true, false, 1000m));
        book.Pay("p2", 999.99m);
        book.Facts().HasUnresolvedReversal.ShouldBeTrue();
        book.Pay("p3", 0.01m);
        (book.Facts().HasUnresolvedReversal, book.Facts().IsSettled).ShouldBe((false, true));
    }

    [Fact]
    public void Reversal_OfMoreThanIsLeft_IsRefused()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 1000m);
        book.Send(new RecordReversal("p1", "v1", 600m, "USD", "Chargeback")).ShouldBe("");

        book.Send(new RecordReversal("p1", "v2", 400.01m, "USD", "Chargeback")).ShouldBe(nameof(BillingRefusal.MoreThanIsLeftOfThePayment));
        book.Send(new RecordReversal("p9", "v3", 1m, "USD", "Chargeback")).ShouldBe(nameof(BillingRefusal.EntryNotFound));
        book.Send(new RecordReversal("p1", "v1", 600m, "USD", "Chargeback")).ShouldBe("", "the same reversal once more");
        book.Balance().ShouldBe(600m);
    }

    [Fact]
    public void CancelledFee_GivesBackWhatWasPaid_AndOpensNothing()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 700m);
        book.Send(new CancelFee(1, "Not fulfilled")).ShouldBe("");
        book.Send(new CancelFee(1, "Not fulfilled")).ShouldBe("");

        (book.Facts().RefundDue, book.Facts().IsFeeDetermined, book.Facts().IsSettled).ShouldBe((700m, false, false));
        book.Send(new IssueInvoice(1, 1000m, 1, [])).ShouldBe(nameof(BillingRefusal.LedgerIsClosed));
        Record(book, "r1", 700m).ShouldBe("");
    }

    private static string Record(Book book, string id, decimal amount) => book.Send(new RecordRefund(1, id, amount, "USD", $"out {id}", "Paid too much"));
}
