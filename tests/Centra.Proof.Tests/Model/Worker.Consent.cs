using System.Text;
using Centra.Consent;
using Centra.Fhir;
using Centra.Ingest;
using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Opt-outs and the ways back, and officers' decisions.</summary>
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

    private T? Any<T>(List<T> choice)
        where T : class => choice.Count > 0 ? choice[_random.Next(choice.Count)] : null;
}
