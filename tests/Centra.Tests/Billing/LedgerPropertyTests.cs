using Centra.Billing;
using Centra.Recording;
using Centra.Synthetic;
using FsCheck;
using FsCheck.Fluent;

namespace Centra.Tests.Billing;

/// <summary>No sequence of messages releases an unpaid request, charges twice, or loses a cent. (Design: requests.md, "Invariants".)</summary>
public class LedgerPropertyTests
{
    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithStartSize(5).WithEndSize(80).WithReplay(20_260_302, 11);

    [Fact]
    public void AnySequence_KeepsTheBooks() => Check.One(Run, Prop.ForAll(Numbers(), Keeps));

    [Fact]
    public void ProvidersMessages_InAnyOrderAndOftenTheSame_GiveTheSameBalance() => Check.One(Run, Prop.ForAll(Numbers(), numbers =>
        Provider.Balance(Provider.Shuffled(numbers)).ShouldBe(Provider.Balance(Provider.Messages))));

    [Fact]
    public void Traffic_ReachesEveryKindOfEventAndLine()
    {
        var dice = new Dice(7);
        var (events, lines) = (new HashSet<string>(), new HashSet<LineKind>());
        for (var run = 0; run < 200; run++)
        {
            var traffic = new Traffic();
            for (var at = 0; at < 60; at++)
                traffic.Send(dice.Below(1_000_000_000));
            events.UnionWith(traffic.Book.Events.Select(happened => happened.GetType().Name));
            lines.UnionWith(traffic.Book.State.Lines.Select(line => line.Kind));
        }
        // Nothing follows a removal: SixYearsTests have it.
        events.ShouldBe(typeof(LedgerEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(LedgerEvent) && type != typeof(ContentRemoved)).Select(type => type.Name), ignoreOrder: true);
        lines.ShouldBe(Enum.GetValues<LineKind>().Where(kind => kind is not LineKind.None), ignoreOrder: true);
    }

    private static Arbitrary<int[]> Numbers() => Arb.From(Gen.Choose(0, 1_000_000_000).ArrayOf(), WithOneLess);

    private static IEnumerable<int[]> WithOneLess(int[] numbers) => Enumerable.Range(0, numbers.Length).Select(at => numbers.Where((_, place) => place != at).ToArray());

    private static void Keeps(int[] numbers)
    {
        var traffic = new Traffic();
        foreach (var number in numbers)
        {
            var before = traffic.Book.State;
            traffic.Send(number);
            NothingIsLost(traffic);
            NothingIsAskedForTwice(traffic.Book.State);
            NoLineIsChanged(before, traffic.Book.State);
        }
        TwoPersonsActed(traffic.Book.State);
        HistoryGivesTheState(traffic.Book);
    }

    private static void NothingIsLost(Traffic traffic)
    {
        var (state, box) = (traffic.Book.State, traffic.Box);
        foreach (var ledger in state.Ledgers)
        {
            var lines = state.Lines.Where(line => line.AgreementVersion == ledger.AgreementVersion).Sum(line => (long)(line.Amount * 100));
            ((long)(ledger.Balance * 100)).ShouldBe(lines);
            LedgerRules.Facts(state, ledger.AgreementVersion).IsSettled.ShouldBe(ledger.AgreementVersion == box.Version && box.IsDetermined && box.Owed <= 0);
        }
        ((long)(LedgerRules.Facts(state, box.Version).Balance * 100)).ShouldBe(box.Owed);
    }

    private static void NothingIsAskedForTwice(LedgerState state)
    {
        var open = state.Ledgers.Where(ledger => ledger.IsFeeDetermined).ToList();
        open.Count.ShouldBeLessThanOrEqualTo(1);
        state.Lines.Where(line => line.Kind is LineKind.Payment).Select(line => line.EntryId).ShouldBeUnique();
        state.Lines.Where(line => line.Kind is LineKind.Invoice).Select(line => line.AgreementVersion).ShouldBeUnique();
        state.Lines.Where(line => line.Kind is LineKind.Carried).Sum(line => line.Amount).ShouldBe(0m);
        state.Ledgers.Where(ledger => ledger.Standing is LedgerStanding.Superseded).ShouldAllBe(ledger => ledger.Balance == 0);
    }

    private static void NoLineIsChanged(LedgerState before, LedgerState after) => after.Lines.Take(before.Lines.Length).ShouldBe(before.Lines);

    private static void TwoPersonsActed(LedgerState state) => state.Entries
        .Where(entry => entry.Standing is EntryStanding.Done && entry.Kind is not EntryKind.Reversal && entry.RecordedBy != "webhook:payments")
        .ShouldAllBe(entry => entry.DecidedBy != null && entry.DecidedBy != entry.RecordedBy);

    private static void HistoryGivesTheState(Book book)
    {
        var (form, replayed) = (LedgerForm.Recorded, LedgerState.None);
        foreach (var happened in book.Events)
            replayed = form.Apply(form.Load(Recorder.Read<LedgerRecord>(Recorder.Write(form.Save(replayed)))), Stored(happened));
        Recorder.Write(form.Save(replayed)).ShouldBe(Recorder.Write(form.Save(book.State)));
    }

    private static LedgerEvent Stored(LedgerEvent happened) =>
        (LedgerEvent)System.Text.Json.JsonSerializer.Deserialize(System.Text.Json.JsonSerializer.Serialize(happened, happened.GetType()), happened.GetType())!;
}
