using System.Text;
using Centra.Consent;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Gate;
using Centra.Practices;
using Centra.Rekeying;
using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Opt-outs and the ways back, officers' decisions, and what the service does by itself.</summary>
internal sealed partial class Worker
{
    private Task OptOutAsync() => OptOutAsync(new OptedOut(number, history.Now, AnyPractice(), AnyPerson(), _gate.Context(), _random.Next(2) == 0, _random.Next(2)));

    // Up to a thousand of a file share a transaction; here a few. Lines that were hashed for keys no longer in force are hashed again.
    private async Task OptOutFileAsync()
    {
        var (practice, begin) = (AnyPractice(), history.Now);
        var people = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => AnyPerson()).Distinct().ToList();
        var acts = people.ConvertAll(person => history.Begin(new OptedOut(number, begin, practice, person, _gate.Context(), WithId: true, _random.Next(2))));
        for (var left = acts; left.Count > 0; left = [.. left.Where(act => act.End == long.MaxValue)])
        {
            _ = await Persistence.ThroughAsync(() => EnterAsync(practice, left));
        }
    }

    private async Task<int> EnterAsync(string practice, List<OptedOut> acts)
    {
        await _gate.Get<OptOutIntake>().RefreshAsync();
        var files = _gate.Get<OptOutFiles>();
        var lines = files.Hash([.. acts.Select((act, at) => new SourceLine(at, Line(act), LineCode.None))], practice);
        var answers = await files.EnterAsync(lines, practice, line => acts[(int)line.Line].Context).ToListAsync();
        foreach (var (line, answer) in answers.Where(one => !OptOutFiles.IsOfAnotherEpoch(one.Answer)))
            Told(acts[(int)line.Line], answer!);
        return answers.Count;
    }

    private static byte[] Line(OptedOut act) => Encoding.UTF8.GetBytes(World.Person(act.Person, act.Variant).Patient(World.PatientId(act.Person)));

    // The same command again: the same answer, whatever has happened since.
    private async Task RepeatAsync()
    {
        if (history.OptOuts.Any(_random) is not { } first)
            return;
        var again = first with { Worker = number, Begin = history.Now, End = long.MaxValue };
        await OptOutAsync(again);
        if (again.OptOutId is not null && again.OptOutId != first.OptOutId)
            throw new ViolationException($"One command was answered with {first.OptOutId} and with {again.OptOutId}.\n{history.Of(first.Person)}");
    }

    private async Task OptOutAsync(OptedOut act)
    {
        act.OptOutId = null;
        history.Begin(act);
        var form = World.Person(act.Person, act.Variant).Form(act.WithId ? [World.PatientId(act.Person)] : []);
        var answer = await Persistence.ThroughAsync(() => Patience.UntilTakenAsync(async () =>
        {
            await _gate.Get<OptOutIntake>().RefreshAsync();
            return await At(act.Practice).TryOptOutAsync(form, act.Context);
        }));
        Told(act, answer);
    }

    private void Told(OptedOut act, Result<OptOutView> answer)
    {
        (act.OptOutId, act.InForce) = (answer.Value?.OptOutId, answer.Value?.InForce ?? false);
        history.OptOuts.Told(act);
        history.End(act, answer.Value is { } view ? $"{view.OptOutId} at {view.Sequence} in force {view.InForce} repeated {view.Repeated}" : answer.Code());
    }

    private async Task WithdrawAsync()
    {
        if (history.OptOuts.AnyStanding(_random, world.Some(_random)) is not { OptOutId: { } optOutId } entered)
            return;
        var act = history.Begin(new Withdrew(number, history.Now, optOutId, entered.Person, _random.Next(4) > 0));
        var (ask, confirm) = (_gate.Context("nurse"), _gate.Context("officer"));
        var answer = await Persistence.ThroughAsync(async () =>
        {
            await _gate.Get<OptOutIntake>().RefreshAsync();
            var asked = await At(entered.Practice).AskAsync(optOutId, act.IsReinstatement ? World.Person(entered.Person, 0).Form() : null, ask);
            return asked.IsRefused ? asked : await At(entered.Practice).Consent(optOutId).ConfirmWithdrawal(confirm, asked.Value.RequestId);
        });
        act.Ended = answer.IsRefused ? [] : [.. answer.Value.Withdrawn];
        history.OptOuts.Ended(act.Ended);
        history.End(act, answer.IsRefused ? answer.Code() : string.Join(' ', answer.Value.Withdrawn));
    }

    private async Task ReviewAsync()
    {
        var state = _random.Next(2) == 0 ? ReviewState.Open : ReviewState.Proposed;
        var items = await Persistence.ThroughAsync(() => _gate.Vault.ReadAsync(session => ReviewItems.ListAsync(session, state, null, "", 200)));
        if (Any(items) is not { } item)
            return;
        var verdict = _random.Next(5) switch { 0 => ReviewVerdict.Same, 1 => ReviewVerdict.AskPractice, _ => ReviewVerdict.SomeoneElse };
        var act = history.Begin(new Reviewed(number, history.Now, item.PracticeId, PatientOf(item), item.Ordinal, verdict.ToString()));
        var context = _gate.Context($"officer {_random.Next(3)}");
        var answer = await Persistence.ThroughAsync(() => _gate.DecideAsync(item.ItemId, verdict, context: context));
        history.End(act, answer.Value?.State.ToString() ?? answer.Code());
    }

    private string PatientOf(ReviewItemRow item) =>
        _patients.GetValueOrDefault(item.Patient) ?? throw new ViolationException("A review item is of nobody's patient.");

    // As a row names them, by the hash of practice and id, which no other practice's patient has.
    private static Dictionary<Key128, string> Patients(IdHashes hashes, int people) =>
        (from practice in World.Practices from person in Enumerable.Range(0, people) from id in new[] { World.PatientId(person), World.OtherId(person) } select (practice, id))
        .ToDictionary(one => hashes.Patient(one.practice, one.id), one => one.id);

    private async Task DisputeAsync()
    {
        var act = history.Begin(new Disputed(number, history.Now, AnyPractice(), AnyPerson()));
        var patient = World.Person(act.Person, 0).Patient(World.PatientId(act.Person));
        var answer = await Persistence.ThroughAsync(() => Patience.UntilTakenAsync(() => _gate.Get<Disputing>().OpenAsync(act.Practice, Encoding.UTF8.GetBytes(patient))));
        history.End(act, answer.Code());
    }

    private async Task RekeyAsync()
    {
        var act = history.Begin(new Tended(number, history.Now, "re-keying"));
        var (steps, begin) = (_random.Next(1, 4), _random.Next(world.ActsARekeying) == 0);
        history.End(act, await Persistence.ThroughAsync(async () =>
        {
            await _gate.RekeyAsync(steps, begin);
            return (await _gate.Get<RekeyingSteps>().ViewAsync()).ToString();
        }));
    }

    private async Task SweepAsync()
    {
        var act = history.Begin(new Tended(number, history.Now, "sweep"));
        history.End(act, await Persistence.ThroughAsync(async () => $"{await _gate.Get<Sweeping>().FinishAllAsync()} and {await _gate.Get<LostKeys>().SweepAsync()}"));
    }

    // The clock jumps while nobody acts, so that no load under way seems to have taken a month.
    private async Task ThirtyDaysAsync()
    {
        await pause.AloneAsync(async () =>
        {
            model.Clock.Advance(TimeSpan.FromDays(31));
            await RenewAsync();
        });
        var act = history.Begin(new Tended(number, history.Now, "thirty days"));
        history.End(act, $"{await Persistence.ThroughAsync(() => _gate.Get<Expiring>().RunAsync())} expired");
    }

    // A long run goes on for years: practices stay in good standing only if they see to it. What one silo's activation writes the other's learns
    // when it writes, too: its first attempt fails, and it begins anew from what is stored.
    private async Task RenewAsync()
    {
        var until = DateOnly.FromDateTime(model.Clock.GetUtcNow().UtcDateTime).AddYears(1);
        foreach (var grain in model.Silos.SelectMany(silo => World.Practices.Select(practice => silo.Grains.GetGrain<IPracticeGrain>($"practice/{practice}"))))
        {
            (await Persistence.ThroughAsync(() => grain.Handle(_gate.Context(), new RecordAgreement(until, new string('a', 64))))).IsRefused.ShouldBeFalse();
            (await Persistence.ThroughAsync(() => grain.Handle(_gate.Context(), new Attest(true)))).IsRefused.ShouldBeFalse();
        }
    }

    private T? Any<T>(List<T> choice)
        where T : class => choice.Count > 0 ? choice[_random.Next(choice.Count)] : null;
}
