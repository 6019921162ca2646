using System.Globalization;
using Centra.Proof.Model;

namespace Centra.Proof.Soak;

/// <summary>
/// Rounds of load under which the program is killed and started again a few times; after each start everybody is asked about and all answers
/// are checked, after each round what is stored.
/// </summary>
internal sealed class SoakRun(SoakOptions options, TextWriter output)
{
    private const int Pairs = 13;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly Random _random = new(options.Seed);
    private readonly World _world = new(Pairs);
    private readonly History _history = new();
    private int _kills;

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_began);

    /// <summary>Runs; whether nothing was wrong.</summary>
    public async Task<bool> RunAsync()
    {
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("centra-soak-").FullName;
        await SayAsync($"seed {options.Seed}, {options.Workers} clients, {options.Minutes} minutes, data in {folder}");
        try
        {
            await RoundsAsync(folder);
        }
        catch (Exception error) when (error is ViolationException or ShouldAssertException)
        {
            await SayAsync($"VIOLATION after {_kills} kills; the data stay in {folder}\n{error.Message}");
            return false;
        }
        await SayAsync($"nothing was wrong: {_kills} kills, {await TallyAsync(folder)}");
        if (options.Folder is null)
            Directory.Delete(folder, recursive: true);
        return true;
    }

    private async Task RoundsAsync(string folder)
    {
        await using var service = new SoakService(folder);
        using var cast = await SoakCast.PrepareAsync(folder, service);
        var workers = Enumerable.Range(0, options.Workers).Select(number => new SoakWorker(number, options.Seed, cast, _world, _history)).ToList();
        var checks = new SoakChecks(_history, _world, new SoakWorker(-1, options.Seed, cast, _world, _history));
        for (var round = 1; round == 1 || Elapsed < TimeSpan.FromMinutes(options.Minutes); round++)
        {
            await RoundAsync(service, workers, checks);
            await checks.StoredAsync(folder);
            await SayAsync($"{Elapsed:hh\\:mm\\:ss} round {round}: {_kills} kills, {_history.Acts.Count} acts, {checks.Answers} answers checked, {checks.Operations} operations of the register");
        }
    }

    // The last kill of a round is of a program at rest: everything that was begun was answered, so that all of it has to be there.
    private async Task RoundAsync(SoakService service, List<SoakWorker> workers, SoakChecks checks)
    {
        using var stop = new CancellationTokenSource();
        await service.StartAsync();
        var work = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(stop.Token))));
        for (var left = _random.Next(2, 6); left > 0 && !work.IsFaulted; left--)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1, 5_000)), TimeProvider.System));
            await KillAsync(service);
            await service.StartAsync();
            await checks.AnswersAsync();
        }
        await stop.CancelAsync();
        await work;
        await checks.AnswersAsync();
        await KillAsync(service);
    }

    private Task KillAsync(SoakService service)
    {
        _kills++;
        return service.KillAsync();
    }

    private async Task<string> TallyAsync(string folder)
    {
        var counts = SoakChecks.Tally(_history.Acts);
        var size = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        await output.FlushAsync();
        return $"{string.Join(", ", counts.Select(one => $"{one.Key} {one.Value}"))}; {size / 1_000_000.0:f1} MB of data";
    }

    private Task SayAsync(string text) => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"soak: {text}"));
}
