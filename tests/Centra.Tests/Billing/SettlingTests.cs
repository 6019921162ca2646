using Centra.Billing;

namespace Centra.Tests.Billing;

public class SettlingTests
{
    [Fact]
    public void NothingDetermined_IsNotZero()
    {
        var facts = Book.Estimated().Facts();

        (facts.Balance, facts.IsFeeDetermined, facts.IsSettled, facts.EstimateTotal).ShouldBe((0m, false, false, 1000m));
    }

    [Theory]
    [InlineData("999.99", false, "0.00")]
    [InlineData("1000.00", true, "0.00")]
    [InlineData("1000.01", true, "0.01")]
    public void Payment_ToTheCent_DecidesWhetherItIsSettled(string paid, bool isSettled, string refundDue)
    {
        var book = Book.Invoiced();
        book.Pay("p1", Amount(paid));

        (book.Facts().IsSettled, book.Facts().RefundDue).ShouldBe((isSettled, Amount(refundDue)));
    }

    [Fact]
    public void Payment_ByHand_CountsWhenASecondPersonFoundItInTheStatement()
    {
        var book = Book.Invoiced();
        book.Send(new RecordPayment(1, "p1", 1000m, "USD", "w-77", PaymentMeans.Wire)).ShouldBe("");

        book.Balance().ShouldBe(1000m);
        book.Send(new ConfirmPayment("p1", "W-77"), Book.One).ShouldBe(nameof(BillingRefusal.SecondPersonIsNeeded));
        book.Send(new ConfirmPayment("p1", "W-78"), Book.Two).ShouldBe(nameof(BillingRefusal.BankReferenceDiffers));
        book.Send(new ConfirmPayment("p1", " w-77 "), Book.Two).ShouldBe("");
        book.Send(new ConfirmPayment("p1", "W-77"), Book.Two).ShouldBe(nameof(BillingRefusal.EntryIsDecided));
        book.Facts().IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void NoFee_NeedsAReasonAndASecondPerson()
    {
        var book = Book.Estimated();

        book.Send(new ApproveNoFee(1)).ShouldBe(nameof(BillingRefusal.NoFeeIsNotDetermined));
        book.Send(new DetermineNoFee(1, " ")).ShouldBe(nameof(BillingRefusal.ReasonIsMissing));
        book.Send(new DetermineNoFee(1, "A study of the society")).ShouldBe("");
        book.Facts().IsFeeDetermined.ShouldBeFalse();
        book.Send(new ApproveNoFee(1)).ShouldBe(nameof(BillingRefusal.SecondPersonIsNeeded));
        book.Send(new ApproveNoFee(1), Book.Two).ShouldBe("");
        (book.Facts().IsFeeDetermined, book.Facts().IsSettled).ShouldBe((true, true));
        book.Send(new IssueInvoice(1, 1000m, 1, [])).ShouldBe(nameof(BillingRefusal.FeeIsDeterminedAlready));
    }

    [Fact]
    public void Waiver_IsALineAndNeedsASecondPerson()
    {
        var book = Book.Invoiced();
        book.Send(new WaiveFee(1, "w1", 1000.01m, "USD", "Partner study")).ShouldBe(nameof(BillingRefusal.WaiverIsAboveTheBalance));
        book.Send(new WaiveFee(1, "w1", 1000m, "USD", "Partner study")).ShouldBe("");

        book.Facts().IsSettled.ShouldBeFalse();
        book.Send(new ApproveWaiver("w1")).ShouldBe(nameof(BillingRefusal.SecondPersonIsNeeded));
        book.Send(new ApproveWaiver("w1"), Book.Two).ShouldBe("");
        book.State.Lines.Select(line => (line.Kind, line.Amount)).ShouldBe([(LineKind.Invoice, 1000m), (LineKind.Waiver, -1000m)]);
        book.Facts().IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void Waiver_ThatIsMoreThanIsOwedWhenApproved_IsRefused()
    {
        var book = Book.Invoiced();
        book.Send(new WaiveFee(1, "w1", 600m, "USD", "Partner study")).ShouldBe("");
        book.Pay("p1", 500m);

        book.Send(new ApproveWaiver("w1"), Book.Two).ShouldBe(nameof(BillingRefusal.WaiverIsAboveTheBalance));
    }

    [Fact]
    public void Invoice_AboveWhatWasAccepted_IsRefused()
    {
        var book = Book.Estimated();

        book.Send(new IssueInvoice(1, 1000m, 1, Book.Lines(1000.01m))).ShouldBe(nameof(BillingRefusal.InvoiceIsAboveTheAcceptedEstimate));
        book.Send(new IssueInvoice(1, 2000m, 1, Book.Lines(2000m))).ShouldBe(nameof(BillingRefusal.AcceptedEstimateIsAnother));
        book.Send(new IssueInvoice(1, 1000m, 2, [])).ShouldBe(nameof(BillingRefusal.EstimateNotFound));
        book.Send(new IssueInvoice(0, 1000m, 1, [])).ShouldBe(nameof(BillingRefusal.AgreementVersionIsWrong));
        book.Send(new IssueInvoice(1, 1000m, 1, Book.Lines(0m))).ShouldBe(nameof(BillingRefusal.InvoiceIsOfNothing));
        book.Send(new IssueInvoice(1, 1000m, 1, Book.Lines(800m))).ShouldBe("");
        book.Send(new IssueInvoice(1, 1000m, 1, [])).ShouldBe(nameof(BillingRefusal.FeeIsDeterminedAlready));
        book.Balance().ShouldBe(800m);
    }

    private static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
