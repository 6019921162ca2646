using Centra.Ingest;
using Centra.Matching;
using Centra.Proof.Model;
using Centra.Testing;

namespace Centra.Proof.Soak;

/// <summary>A client of the real program that does one thing after the other, chosen at random.</summary>
internal sealed partial class SoakWorker(int number, int seed, SoakCast cast, World world, History history)
{
    private const int RecordsOfAPatient = 4;
    private readonly Random _random = new(HashCode.Combine(seed, number));
    private readonly Dictionary<string, (string Job, long Batches)> _jobs = [];
    private int _commands;

    /// <summary>Acts until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await ActAsync();
    }

    private Task ActAsync() => _random.Next(100) switch
    {
        < 40 => SendAsync(),
        < 62 => ScreenAsync([.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => AnyPerson())]),
        < 73 => OptOutAsync(new OptedOut(number, history.Now, AnyPractice(), AnyPerson(), null!, WithId: false, _random.Next(2)), NewCommand()),
        < 92 => WithdrawAsync(),
        < 97 => DeleteAsync(),
        _ => RekeyAsync(),
    };

    /// <summary>Asks about people.</summary>
    public async Task ScreenAsync(IReadOnlyList<int> people)
    {
        var act = history.Begin(new Screened(number, history.Now, people));
        var answer = await cast.Practices[AnyPractice()].CallAsync(HttpMethod.Post, "/api/screen", people.Select(person => World.Person(person, 0).Patient($"s{person}")));
        act.Outcomes = answer.IsSuccess ? [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(OutcomeOf)] : [];
        history.End(act, string.Join(' ', act.Outcomes));
    }

    // A line that the register could not answer any more is rejected, and says nothing of the person.
    private static MatchOutcome OutcomeOf(string line) => line switch
    {
        _ when line.Contains("\"permitted\"", StringComparison.Ordinal) => MatchOutcome.Permitted,
        _ when line.Contains("\"suppressed\"", StringComparison.Ordinal) => MatchOutcome.Suppressed,
        _ => MatchOutcome.Review,
    };

    private async Task SendAsync()
    {
        var (practice, person) = (AnyPractice(), AnyPerson());
        var lines = Lines(person).ToList();
        var (job, batch) = await NextBatchAsync(practice);
        var act = history.Begin(new Sent(number, history.Now, practice, job, batch, [.. lines.Select(line => line.Sent)]));
        var answer = await cast.Practices[practice].CallAsync(HttpMethod.Put, $"/api/ingest/jobs/{job}/batches/{batch}", lines.Select(line => line.Json));
        act.Receipt = answer.IsSuccess ? answer.As<BatchReceipt>() : null;
        history.End(act, act.Receipt?.Counts.ToString() ?? answer.Code);
    }

    private IEnumerable<(SentLine Sent, string Json)> Lines(int person)
    {
        var (patient, version) = (World.PatientId(person), world.NextVersion());
        yield return (new SentLine(patient, version), World.Person(person, _random.Next(3)).Patient(patient, World.TimeOf(version)));
        for (var left = _random.Next(4); left > 0; left--)
        {
            var (id, later) = (World.RecordId(patient, _random.Next(RecordsOfAPatient)), world.NextVersion());
            yield return (new SentLine(id, later), TestLines.Condition(id, patient, World.TimeOf(later)));
        }
    }

    private async Task DeleteAsync()
    {
        var (practice, patient) = (AnyPractice(), World.PatientId(AnyPerson()));
        var record = _random.Next(2) == 0 ? World.RecordId(patient, _random.Next(RecordsOfAPatient)) : null;
        var (job, batch) = await NextBatchAsync(practice);
        var act = history.Begin(new Deleted(number, history.Now, practice, job, batch, patient, record));
        var answer = await cast.Practices[practice].CallAsync(HttpMethod.Put, $"/api/ingest/jobs/{job}/batches/{batch}",
            [TestLines.Deletion(record is null ? $"Patient/{patient}" : $"Condition/{record}")]);
        act.Receipt = answer.IsSuccess ? answer.As<BatchReceipt>() : null;
        history.End(act, act.Receipt?.Counts.ToString() ?? answer.Code);
    }

    private async Task<(string Job, long Batch)> NextBatchAsync(string practice)
    {
        if (!_jobs.TryGetValue(practice, out var job) || job.Batches > 40)
        {
            var opened = await cast.Practices[practice].CallAsync(HttpMethod.Post, "/api/ingest/jobs", ["{}"], NewCommand(), isJson: true);
            job = (opened.Json.GetProperty("jobId").GetString()!, 0);
            await cast.Practices[practice].CallAsync(HttpMethod.Post, $"/api/ingest/jobs/{job.Job}/complete", ["""{"phase":"patients"}"""], NewCommand(), isJson: true);
        }
        _jobs[practice] = (job.Job, job.Batches + 1);
        return (job.Job, job.Batches + 1);
    }

    private string NewCommand() => $"soak {seed} {number} {_commands++}";

    private int AnyPerson() => _random.Next(world.People);

    private string AnyPractice() => World.Practices[_random.Next(World.Practices.Length)];
}
