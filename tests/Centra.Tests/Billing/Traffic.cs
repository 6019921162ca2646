using Centra.Billing;

namespace Centra.Tests.Billing;

/// <summary>Turns numbers into commands: by hand and by the provider, sensible and not, again and again the same ids. What is accepted goes into the cash box.</summary>
internal sealed class Traffic
{
    private static readonly decimal[] Amounts = [0.01m, 250m, 333.33m, 999.99m, 1000m, 1000.01m, 1200m];
    private static readonly string[] People = ["finance-1", "finance-2", "finance-3"];
    private int _estimates = 1;

    public Book Book { get; } = Book.Estimated();

    public CashBox Box { get; } = new();

    public void Send(int number)
    {
        var dice = new Dice(number);
        var (by, amount, id) = (People[dice.Next(3)], Amounts[dice.Next(Amounts.Length)], dice.Next(4));
        switch (dice.Next(17))
        {
            case 0: Estimate(amount); break;
            case 1: Invoice(by, Box.Version + dice.Next(2)); break;
            case 2: NoFee(by, Box.Version + dice.Next(2)); break;
            case 3: Waive(by, $"w{id}", amount); break;
            case 4: Refund(by, $"r{id}", amount); break;
            case 5: ByHand(by, $"p{id}", amount, 1 + dice.Next(Math.Max(1, Box.Version))); break;
            case 6 or 7: Confirm(by, dice.Next(2) == 0 ? $"p{id}" : $"pay{id}"); break;
            case 8: Reverse(by, $"v{id}", dice.Next(2) == 0 ? $"p{id}" : $"pay{id}", amount); break;
            case 9: Reject(by, dice.Next(4), id); break;
            case 10 when dice.Next(4) == 0: Cancel(by); break;
            case 11: Told(ProviderEventKind.Payment, $"pay{id}", null, amount, dice.Next(2) == 0 ? by : null); break;
            case 12: Told(ProviderEventKind.Refund, $"pay{id}", $"re{dice.Next(6)}", amount, null); break;
            case 13: Told(ProviderEventKind.Reversal, $"pay{id}", $"cb{dice.Next(6)}", amount, null); break;
            default: Told(ProviderEventKind.Payment, $"pay{id}", null, Amounts[id], null); break;
        }
    }

    private void Estimate(decimal total)
    {
        if (Book.Send(new ReviseEstimate(1, "USD", Book.Lines(total), "Revised")) == "")
            _estimates++;
    }

    private void Invoice(string by, int version)
    {
        var estimate = Book.State.Estimates[^1];
        if (Book.Send(new IssueInvoice(version, estimate.Total, _estimates, []), by) == "")
            Box.Ask(version, Cents(estimate.Total));
    }

    private void NoFee(string by, int version)
    {
        if (Book.Send(new DetermineNoFee(version, "No fee")) == "" && Book.Send(new ApproveNoFee(version), by) == "")
            Box.Ask(version, 0);
    }

    private void Waive(string by, string id, decimal amount)
    {
        Book.Send(new WaiveFee(Box.Version, id, amount, "USD", "Waived"));
        if (Book.Send(new ApproveWaiver(id), by) == "")
            Box.Waive(Recorded(id));
    }

    private void Refund(string by, string id, decimal amount)
    {
        Book.Send(new RecordRefund(Box.Version, id, amount, "USD", $"out {id}", "Paid too much"));
        if (Book.Send(new ApproveRefund(id), by) == "")
            Box.Refund(Recorded(id));
    }

    private void ByHand(string by, string id, decimal amount, int version) =>
        Book.Send(new RecordPayment(version, id, amount, "USD", $"ref {id}", PaymentMeans.Cheque), by);

    private void Confirm(string by, string id)
    {
        if (Book.Send(new ConfirmPayment(id, id.StartsWith("pay", StringComparison.Ordinal) ? id : $"ref {id}"), by) == "")
            Box.Pay(id, Recorded(id));
    }

    private void Reverse(string by, string id, string payment, decimal amount)
    {
        if (Book.Send(new RecordReversal(payment, id, amount, "USD", "Chargeback"), by) == "")
            Box.TakeBack(id, payment, Cents(amount));
    }

    private void Reject(string by, int kind, int id)
    {
        var entry = $"{new[] { "p", "pay", "re", "cb" }[kind]}{id}";
        if (Book.Send(new RejectEntry(entry, "Not so"), by) == "")
            Box.Forget(entry);
    }

    private void Cancel(string by)
    {
        if (Book.Send(new CancelFee(Box.Version, "Not fulfilled"), by) == "")
            Box.Cancel();
    }

    // An entry that was rejected or put aside, and is told again with the same content, is answered as before and moves nothing.
    private void Told(ProviderEventKind kind, string payment, string? movement, decimal amount, string? assignedBy)
    {
        var known = Book.State.Entry(movement ?? payment);
        var accepted = Book.Tell(kind, payment, amount, movement, Math.Max(1, Box.Version - 1), assigned: assignedBy is not null, by: assignedBy ?? "webhook:payments") == "";
        if (!accepted || known is not null)
            return;
        if (kind is not ProviderEventKind.Payment)
            Box.TakeBack(movement!, payment, Cents(amount));
        else if (assignedBy is null)
            Box.Pay(payment, Cents(amount));
    }

    private long Recorded(string id) => Cents(Book.State.Entry(id)!.Amount);

    private static long Cents(decimal amount) => (long)(amount * 100);

    /// <summary>Digits of one number, so that a failing run shrinks to few and small numbers.</summary>
    private ref struct Dice(int number)
    {
        private int _rest = number;

        public int Next(int sides)
        {
            var digit = _rest % sides;
            _rest /= sides;
            return digit;
        }
    }
}
