using Centra.Billing;
using Centra.Housekeeping;
using Centra.Recording;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Billing;

/// <summary>Ledgers as grains: kept, listed, and told of once.</summary>
public class LedgerGrainTests
{
    [Fact]
    public async Task Ledger_IsKeptAndListed()
    {
        using var folder = new TempFolder();
        var setup = new GateSetup { Folder = folder.Path };
        string before;
        await using (var gate = await GateHost.StartAsync(setup))
        {
            await PaidAsync(gate, "req-1");
            before = Recorder.Write((await Ledger(gate, "req-1").View()).Value);
        }
        await using var reopened = await GateHost.StartAsync(setup);

        Recorder.Write((await Ledger(reopened, "req-1").View()).Value).ShouldBe(before);
        var facts = await Ledger(reopened, "req-1").Facts(1);
        facts.LastMovementAt.ShouldNotBeNull();
        (facts with { LastMovementAt = null }).ShouldBe(new LedgerFacts(1, 1000.00m, "USD", true, -0.50m, true, false, 0.50m));
        var invoice = (await reopened.Storage.Read.Database.ReadAsync(session => BillingList.InvoicesAsync(session, ("", 0), "req-1", "settled", "", 10))).ShouldHaveSingleItem();
        (invoice.TotalCents, invoice.BalanceCents, invoice.Standing).ShouldBe((100_000, -50, "Open"));
        var payment = (await reopened.Storage.Read.Database.ReadAsync(session => BillingList.PaymentsAsync(session, ("", 0), new PaymentFilter("req-1", "payment", "done"), "", 10))).ShouldHaveSingleItem();
        (payment.AmountCents, payment.Means, payment.BankReference, payment.DecidedBy).ShouldBe((100_050, "Wire", "W-1", "finance-2"));
    }

    [Fact]
    public async Task Command_SentTwice_HappensOnceAndIsAnsweredAlike()
    {
        await using var gate = await GateHost.StartAsync();
        var context = gate.Context("finance-1");
        await Ledger(gate, "req-1").Handle(gate.Context("finance-1"), new IssueEstimate(1, "USD", Book.Lines(1000m)));

        var first = await Ledger(gate, "req-1").Handle(context, new IssueInvoice(1, 1000m, 1, default));
        var second = await Ledger(gate, "req-1").Handle(context, new IssueInvoice(1, 1000m, 1, []));

        first.Value!.Ledgers[0].Invoice!.Number.ShouldStartWith("INV-20");
        Recorder.Write(second.Value).ShouldBe(Recorder.Write(first.Value));
    }

    [Fact]
    public async Task LedgerThatIsNotThere_HasNoFeeDetermined()
    {
        await using var gate = await GateHost.StartAsync();

        (await Ledger(gate, "none").View()).Refusal.ShouldNotBeNull().Code.ShouldBe(nameof(BillingRefusal.LedgerNotFound));
        (await Ledger(gate, "none").Facts(1)).ShouldBe(new LedgerFacts(0, null, "", false, 0.00m, false, false, 0.00m));
    }

    [Fact]
    public async Task EventsThatWereNotDrained_AreSweptUp()
    {
        var steps = new Steps();
        await using var gate = await GateHost.StartAsync(steps.In(new GateSetup()));
        await Ledger(gate, "req-1").Handle(gate.Context("finance-1"), new IssueEstimate(1, "USD", Book.Lines(1000m)));
        steps.At = (_, step) => step.Part == "read" ? throw new StorageUnavailableException("no") : Task.CompletedTask;
        (await Ledger(gate, "req-1").Handle(gate.Context("finance-1"), new IssueInvoice(1, 1000m, 1, []))).Refusal.ShouldBeNull();
        steps.At = (_, _) => Task.CompletedTask;

        await gate.Get<IEnumerable<IHousekeepingTask>>().Single(task => task is OutboxSweep).RunAsync();

        (await gate.Storage.Read.Database.ReadAsync(session => BillingList.InvoicesAsync(session, ("", 0), "req-1", "owed", "", 10))).Count.ShouldBe(1);
    }

    private static async Task PaidAsync(GateHost gate, string request)
    {
        await Send(gate, request, "finance-1", new IssueEstimate(1, "USD", Book.Lines(1000m)));
        await Send(gate, request, "finance-1", new IssueInvoice(1, 1000m, 1, []));
        await Send(gate, request, "finance-1", new RecordPayment(1, "p1", 1000.5m, "USD", "w-1", PaymentMeans.Wire));
        await Send(gate, request, "finance-2", new ConfirmPayment("p1", "w-1"));
    }

    private static async Task Send(GateHost gate, string request, string by, LedgerCommand command) =>
        (await Ledger(gate, request).Handle(gate.Context(by), command)).Refusal.ShouldBeNull();

    private static ILedgerGrain Ledger(GateHost gate, string request) => gate.Grains.GetGrain<ILedgerGrain>($"ledger/{request}");
}
