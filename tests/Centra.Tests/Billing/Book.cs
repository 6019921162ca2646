using System.Collections.Immutable;
using Centra.Billing;

namespace Centra.Tests.Billing;

/// <summary>A ledger under the rules, without a grain.</summary>
internal sealed class Book
{
    public const string One = "finance-1";
    public const string Two = "finance-2";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private int _sent;

    public LedgerState State { get; private set; } = LedgerState.None;

    public List<LedgerEvent> Events { get; } = [];

    /// <summary>With an estimate of 1000.00 USD.</summary>
    public static Book Estimated(decimal total = 1000m)
    {
        var book = new Book();
        book.Send(new IssueEstimate(1, "USD", Lines(total))).ShouldBe("");
        return book;
    }

    /// <summary>With an invoice of the estimate for agreement version 1.</summary>
    public static Book Invoiced(decimal total = 1000m)
    {
        var book = Estimated(total);
        book.Send(new IssueInvoice(1, total, 1, [])).ShouldBe("");
        return book;
    }

    public static ImmutableArray<CostLine> Lines(decimal total) => [new CostLine("survey", "Survey: base fee", 1, total, total)];

    /// <summary>Sends a command; the code of its refusal, or nothing.</summary>
    public string Send(LedgerCommand command, string by = One)
    {
        var at = ++_sent;
        var decided = LedgerRules.Decide(State, command, new Occasion(by, Start.AddMinutes(at), new CommandId(new Guid(at, 0, 0, new byte[8]))));
        if (decided.IsRefused)
            return decided.Refusal.Code;
        State = decided.Value.Aggregate(State, LedgerFolding.Apply);
        Events.AddRange(decided.Value);
        return "";
    }

    /// <summary>A payment by hand, confirmed by a second person.</summary>
    public void Pay(string id, decimal amount, int version = 1)
    {
        Send(new RecordPayment(version, id, amount, "USD", $"ref {id}", PaymentMeans.Wire)).ShouldBe("");
        Send(new ConfirmPayment(id, $"REF {id}"), Two).ShouldBe("");
    }

    public string Tell(ProviderEventKind kind, string payment, decimal amount, string? movement = null, int version = 1, string? invoice = null, bool assigned = false, string by = "webhook:payments") =>
        Send(new ReceiveProviderEvent(new ProviderEvent($"evt-{_sent}", kind, invoice ?? Number(version), payment, movement, amount, "USD", null, Start), assigned), by);

    public string Number(int version) => State.Find(version)?.Invoice?.Number ?? "INV-none";

    public LedgerFacts Facts(int version = 1) => LedgerRules.Facts(State, version);

    public decimal Balance(int version = 1) => Facts(version).Balance;
}
