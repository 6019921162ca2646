using Centra.Billing;

namespace Centra.Tests.Billing;

public class MoneyTests
{
    [Theory]
    [InlineData("0", "USD", "AmountIsNotPositive")]
    [InlineData("0.00", "USD", "AmountIsNotPositive")]
    [InlineData("-1", "USD", "AmountIsNotPositive")]
    [InlineData("1.005", "USD", "AmountHasMoreThanTwoDecimals")]
    [InlineData("1.000", "USD", "")]
    [InlineData("1000000000", "USD", "AmountIsTooLarge")]
    [InlineData("1", "EUR", "CurrencyIsAnother")]
    [InlineData("1", "usd", "CurrencyIsWrong")]
    [InlineData("1", null, "CurrencyIsWrong")]
    public void Amount_IsCheckedWhereverMoneyIsNamed(string text, string? currency, string expected)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var book = Book.Invoiced();
        book.Pay("p0", 1m);

        book.Send(new RecordPayment(1, "p1", amount, currency!, "ref", PaymentMeans.Wire)).ShouldBe(expected);
        book.Send(new WaiveFee(1, "w1", amount, currency!, "Reason")).ShouldBe(expected);
        book.Send(new RecordReversal("p0", "v1", amount, currency!, "Reason")).ShouldBe(expected);
        book.Send(new ReceiveProviderEvent(new ProviderEvent("e", ProviderEventKind.Payment, book.Number(1), "pay_1", null, amount, currency!, null, default), false)).ShouldBe(expected);
        if (expected.Length > 0)
            book.Send(new RecordRefund(1, "r1", amount, currency!, "ref r", "Reason")).ShouldBe(expected);
    }

    [Fact]
    public void SamePayment_WrittenWithMoreZeros_IsTheSame()
    {
        var book = Book.Invoiced();

        book.Send(new RecordPayment(1, "p1", 10m, "USD", "ref", PaymentMeans.Wire)).ShouldBe("");
        book.Send(new RecordPayment(1, "p1", 10.000m, "USD", "REF ", PaymentMeans.Wire)).ShouldBe("");
        book.State.Entries.Length.ShouldBe(1);
        book.Send(new RecordPayment(1, "p1", 10.01m, "USD", "ref", PaymentMeans.Wire)).ShouldBe(nameof(BillingRefusal.EntryIdWasUsedForAnother));
        book.Send(new RecordPayment(1, "p2", 10m, "USD", "ref", PaymentMeans.Wire)).ShouldBe(nameof(BillingRefusal.BankReferenceIsUsedAlready));
    }

    [Theory]
    [InlineData("1", "10", "10", "")]
    [InlineData("1.5", "33.33", "50.00", "")]
    [InlineData("1.5", "33.33", "49.99", "LineDoesNotAddUp")]
    [InlineData("1", "-10", "-10", "TotalIsNegative")]
    [InlineData("1", "0", "0", "")]
    [InlineData("1", "0.005", "0.01", "AmountHasMoreThanTwoDecimals")]
    public void EstimateLine_IsQuantityTimesPrice(string quantity, string price, string amount, string expected)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var line = new CostLine("hours", "Work", decimal.Parse(quantity, culture), decimal.Parse(price, culture), decimal.Parse(amount, culture));

        new Book().Send(new IssueEstimate(1, "USD", [line])).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("p/1")]
    public void Id_WithOtherCharacters_IsRefused(string id) =>
        Book.Invoiced().Send(new RecordPayment(1, id, 10m, "USD", "ref", PaymentMeans.Wire)).ShouldBe(nameof(BillingRefusal.IdIsWrong));

    [Fact]
    public void Command_BeforeTheFirstEstimate_FindsNoLedger()
    {
        new Book().Send(new IssueInvoice(1, 1m, 1, [])).ShouldBe(nameof(BillingRefusal.LedgerNotFound));
        Book.Estimated().Send(new IssueEstimate(1, "USD", Book.Lines(1m))).ShouldBe(nameof(BillingRefusal.EstimateIsIssuedAlready));
        Book.Estimated().Send(new ReviseEstimate(1, "EUR", Book.Lines(1m), "Other currency")).ShouldBe(nameof(BillingRefusal.CurrencyIsAnother));
    }

    [Fact]
    public void ChangedBalance_IsFoundOut()
    {
        var state = Book.Invoiced().State;
        var changed = state with { Ledgers = [state.Ledgers[0] with { Balance = 0m }] };

        Should.Throw<LedgerDoesNotAddUpException>(() => LedgerForm.Recorded.Load(LedgerForm.Recorded.Save(changed)));
        Should.Throw<LedgerDoesNotAddUpException>(() => LedgerFolding.Apply(changed, new LineWritten(state.Lines[0])));
    }
}
