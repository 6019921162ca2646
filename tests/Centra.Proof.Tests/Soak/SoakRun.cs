using System.Globalization;
using Centra.Proof.Model;

namespace Centra.Proof.Soak;

/// <summary>
/// Rounds of load under which the program is killed and started again a few times, or its silos are; after each start everybody is asked about and all answers
/// are checked, after each round what is stored.
/// </summary>
internal sealed class SoakRun(SoakOptions options, SoakPlace place, TextWriter output)
{
    private const int Pairs = 13;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly Random _random = new(options.Seed);
    private readonly World _world = new(Pairs);
    private readonly History _history = new();
    private readonly FateTally _tally = new();

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_began);

    /// <summary>Runs; whether nothing was wrong.</summary>
    public async Task<bool> RunAsync()
    {
        var folder = place.Folder;
        await SayAsync($"seed {options.Seed}, {Math.Max(1, options.Silos)} processes, {options.Workers} clients, {options.Minutes} minutes, data in {folder}");
        try
        {
            await RoundsAsync();
        }
        catch (Exception error) when (error is ViolationException or ShouldAssertException)
        {
            await place.KeepAsync();
            await SayAsync($"VIOLATION after {_tally}; the data stay in {folder}\n{error.Message}");
            return false;
        }
        await SayAsync($"nothing was wrong: {_tally}, {await TallyAsync(folder)}");
        if (options.Folder is null)
            Directory.Delete(folder, recursive: true);
        return true;
    }

    private async Task RoundsAsync()
    {
        await using var service = new SoakService(place.Silos());
        using var cast = await SoakCast.PrepareAsync(place, service);
        var workers = Enumerable.Range(0, options.Workers).Select(number => new SoakWorker(number, options.Seed, cast, _world, _history)).ToList();
        var checks = new SoakChecks(_history, _world, new SoakWorker(-1, options.Seed, cast, _world, _history), place);
        var fates = new SoakFates(service, checks, _random, _tally);
        for (var round = 1; round == 1 || Elapsed < TimeSpan.FromMinutes(options.Minutes); round++)
        {
            await RoundAsync(service, workers, checks, fates);
            await checks.StoredAsync();
            await SayAsync($"{Elapsed:hh\\:mm\\:ss} round {round}: {_tally}, {_history.Acts.Count} acts, {checks.Answers} answers checked, {checks.Operations} operations of the register");
        }
    }

    // The last kill of a round is of a program at rest: everything that was begun was answered, so that all of it has to be there.
    private async Task RoundAsync(SoakService service, List<SoakWorker> workers, SoakChecks checks, SoakFates fates)
    {
        using var stop = new CancellationTokenSource();
        await service.StartAsync();
        _tally.Ended = service.Silos.Sum(silo => silo.Ended);
        var work = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(stop.Token))));
        foreach (var fate in (options.Fates ?? fates.Draw()).TakeWhile(_ => !work.IsFaulted))
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1, 5_000)), TimeProvider.System));
            await fates.BefallAsync(fate);
        }
        await stop.CancelAsync();
        await work;
        await checks.AnswersAsync();
        await service.KillAsync();
        _tally.Kills += service.Silos.Count;
    }

    private async Task<string> TallyAsync(string folder)
    {
        var counts = SoakChecks.Tally(_history.Acts);
        var size = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        await output.FlushAsync();
        return $"{string.Join(", ", counts.Select(one => $"{one.Key} {one.Value}"))}; {size / 1_000_000.0:f1} MB of files";
    }

    private Task SayAsync(string text) => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"soak: {text}"));
}
