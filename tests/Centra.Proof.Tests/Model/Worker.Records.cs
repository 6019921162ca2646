using Centra.Gate;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Loads, deletions, checks and looks.</summary>
internal sealed partial class Worker
{
    private const int RecordsOfAPatient = 6;

    private async Task SendAsync()
    {
        var practice = AnyPractice();
        var people = Enumerable.Range(0, _random.Next(8) == 0 ? 5 : 1).Select(_ => AnyPerson()).Distinct().ToList();
        var lines = people.SelectMany(Lines).ToList();
        if (lines.Count == 0)
            lines.Add(PatientLine(people[0], World.PatientId(people[0])));
        var (job, batch) = await NextBatchAsync(practice);
        var act = history.Begin(new Sent(number, history.Now, practice, job, batch, [.. lines.Select(line => line.Sent)]));
        var answer = await Persistence.ThroughAsync(() => At(practice).TrySendAsync(job, batch, lines.Select(line => line.Json)));
        act.Receipt = answer.Value;
        history.End(act, answer.Value?.Counts.ToString() ?? answer.Code());
        if (act.Receipt is not null && _random.Next(10) == 0)
            await SendAgainAsync(act, lines.Select(line => line.Json));
    }

    private async Task SendAgainAsync(Sent first, IEnumerable<string> lines)
    {
        var again = await Persistence.ThroughAsync(() => At(first.Practice).TrySendAsync(first.Job, first.Batch, lines));
        if (again.Refusal?.Kind is RefusalKind.Unavailable)
            return;
        if (again.Value?.Counts != first.Receipt!.Counts || again.Value.CompletedAt != first.Receipt.CompletedAt)
            throw new ViolationException($"A batch sent again was answered otherwise: {first.Receipt.Counts} and {again.Value?.Counts} {again.Code()}.");
    }

    private IEnumerable<(SentLine Sent, string Json)> Lines(int person)
    {
        var patient = AnyIdOf(person);
        if (_random.Next(5) > 0)
            yield return PatientLine(person, patient);
        for (var left = _random.Next(5); left > 0; left--)
        {
            var (id, version, inError) = (World.RecordId(patient, _random.Next(RecordsOfAPatient)), world.NextVersion(), _random.Next(20) == 0);
            yield return (new SentLine(id, version, inError), TestLines.Condition(id, patient, World.TimeOf(version), inError: inError));
        }
    }

    private (SentLine Sent, string Json) PatientLine(int person, string patient)
    {
        var (version, isMistaken) = (world.NextVersion(), patient == World.OtherId(person) && _random.Next(2) == 0);
        var sent = isMistaken ? World.Stranger(person) : World.Person(person, _random.Next(3));
        return (new SentLine(patient, version, IsMistaken: isMistaken), sent.Patient(patient, World.TimeOf(version)));
    }

    private string AnyIdOf(int person) => _random.Next(4) == 0 ? World.OtherId(person) : World.PatientId(person);

    private async Task<(string Job, long Batch)> NextBatchAsync(string practice)
    {
        if (!_jobs.TryGetValue(practice, out var job) || job.Batches > 40)
            job = (await Persistence.ThroughAsync(At(practice).OpenClinicalAsync), 0);
        _jobs[practice] = (job.Job, job.Batches + 1);
        return (job.Job, job.Batches + 1);
    }

    private async Task ScreenAsync()
    {
        var people = Enumerable.Range(0, _random.Next(1, 8)).Select(_ => AnyPerson()).ToList();
        var practice = AnyPractice();
        var act = history.Begin(new Screened(number, history.Now, people));
        var answer = await Persistence.ThroughAsync(() => Patience.UntilTakenAsync(() => _gate.Get<Screening>().ScreenAsync(
            [.. people.Select(person => new PersonToScreen(World.Person(person, 0).Form().ToIdentity(), practice))])));
        act.Outcomes = answer.Value?.People.Select(person => person.Outcome).ToList() ?? [];
        history.End(act, answer.Value is null ? answer.Code() : string.Join(' ', act.Outcomes));
    }

    private async Task DeleteAsync()
    {
        var (practice, patient) = (AnyPractice(), AnyIdOf(AnyPerson()));
        var record = _random.Next(2) == 0 ? World.RecordId(patient, _random.Next(RecordsOfAPatient)) : null;
        var (job, batch) = await NextBatchAsync(practice);
        var act = history.Begin(new Deleted(number, history.Now, practice, job, batch, patient, record));
        var answer = await Persistence.ThroughAsync(() =>
            At(practice).TrySendAsync(job, batch, TestLines.Deletion(record is null ? $"Patient/{patient}" : $"Condition/{record}")));
        act.Receipt = answer.Value;
        history.End(act, answer.Value?.Counts.ToString() ?? answer.Code());
    }

    // What somebody who may read sees: a live patient whose key is there.
    private async Task LookAsync()
    {
        var (practice, person) = (AnyPractice(), AnyPerson());
        var act = history.Begin(new Looked(number, history.Now, practice, person));
        history.End(act, await Persistence.ThroughAsync(async () =>
        {
            var row = await At(practice).FindAsync(World.PatientId(person));
            act.Readable = row is { Status: PatientStatus.Live } && (await _gate.Get<PatientContents>().ReadAsync([row])).Count > 0;
            return row?.Status.ToString() ?? "no row";
        }));
    }
}
