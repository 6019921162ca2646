using Centra.Billing;

namespace Centra.Tests.Billing;

public class ProviderTests
{
    [Fact]
    public void Payment_ToldTwice_CountsOnce()
    {
        var book = Book.Invoiced();
        book.Tell(ProviderEventKind.Payment, "pay_1", 1000m).ShouldBe("");
        book.Tell(ProviderEventKind.Payment, "pay_1", 1000m).ShouldBe("");
        book.Tell(ProviderEventKind.Payment, "pay_1", 1001m).ShouldBe(nameof(BillingRefusal.EntryIdWasUsedForAnother));

        (book.Balance(), book.Facts().IsSettled).ShouldBe((0m, true));
    }

    [Fact]
    public void Refund_BeforeItsPayment_WaitsForIt()
    {
        var book = Book.Invoiced();
        book.Tell(ProviderEventKind.Refund, "pay_1", 400m, "re_1").ShouldBe("");
        book.Tell(ProviderEventKind.Refund, "pay_1", 400m, "re_1").ShouldBe("");
        book.Balance().ShouldBe(1000m);

        book.Tell(ProviderEventKind.Payment, "pay_1", 1000m).ShouldBe("");
        book.Tell(ProviderEventKind.Refund, "pay_1", 400m, "re_1").ShouldBe("");

        (book.Balance(), book.Facts().IsSettled).ShouldBe((400m, false));
    }

    [Fact]
    public void WaitingRefund_ThatIsMoreThanThePayment_IsPutAsideForAPerson()
    {
        var book = Book.Invoiced();
        book.Tell(ProviderEventKind.Refund, "pay_1", 1400m, "re_1").ShouldBe("");
        book.Tell(ProviderEventKind.Payment, "pay_1", 1000m).ShouldBe("");

        book.State.Entry("re_1")!.Standing.ShouldBe(EntryStanding.PutAside);
        book.Balance().ShouldBe(0m);
        book.Send(new RejectEntry("re_1", "Asked the provider: a test message")).ShouldBe("");
    }

    [Fact]
    public void Reversal_ByTheProvider_OpensTheBalanceAgain()
    {
        var book = Book.Invoiced();
        book.Tell(ProviderEventKind.Payment, "pay_1", 1000m).ShouldBe("");
        book.Tell(ProviderEventKind.Reversal, "pay_1", 1000m, "cb_1").ShouldBe("");

        (book.Facts().IsSettled, book.Facts().HasUnresolvedReversal).ShouldBe((false, true));
        book.Tell(ProviderEventKind.Refund, "pay_1", 0.01m, "re_1").ShouldBe(nameof(BillingRefusal.MoreThanIsLeftOfThePayment));
    }

    [Fact]
    public void Payment_ThatAPersonAssigned_WaitsForASecond()
    {
        var book = Book.Invoiced();
        book.Tell(ProviderEventKind.Payment, "pay_1", 1000m, assigned: true, by: Book.One).ShouldBe("");

        book.Facts().IsSettled.ShouldBeFalse();
        book.Send(new ConfirmPayment("pay_1", "pay_1"), Book.One).ShouldBe(nameof(BillingRefusal.SecondPersonIsNeeded));
        book.Send(new ConfirmPayment("pay_1", "pay_1"), Book.Two).ShouldBe("");
        book.Facts().IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void Payment_ThatWasEnteredByHandUnderTheProvidersReference_DoesNotCountTwice()
    {
        var book = Book.Invoiced();
        book.Pay("p1", 1000m);

        book.Send(new ReceiveProviderEvent(new ProviderEvent("evt", ProviderEventKind.Payment, book.Number(1), "pay_1", null, 1000m, "USD", "ref p1", default), false))
            .ShouldBe(nameof(BillingRefusal.BankReferenceIsUsedAlready));
    }

    [Fact]
    public void Message_AboutAnotherInvoice_IsRefused() =>
        Book.Invoiced().Tell(ProviderEventKind.Payment, "pay_1", 1000m, invoice: "INV-2026-AAAAA-AAAAA").ShouldBe(nameof(BillingRefusal.InvoiceNotFound));
}
