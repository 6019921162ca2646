using System.Diagnostics;
using Centra.Proof.Model;

namespace Centra.Proof.Soak;

/// <summary>What befalls the processes: killed, told to stop, or frozen for a while, as a machine that is suspended. After each, everybody is asked about.</summary>
internal sealed class SoakFates(SoakService service, SoakChecks checks, Random random, FateTally tally)
{
    private const int LongestPauseMs = 25_000;
    private static readonly TimeSpan Fading = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Stopping = TimeSpan.FromMinutes(2);

    /// <summary>What befalls them in a round, at random: what happens most often to one process is all that happens to a single one.</summary>
    public IEnumerable<Fate> Draw() => Enumerable.Range(0, random.Next(2, 6)).Select(_ => service.IsCluster ? DrawOne() : Fate.KillAll);

    /// <summary>Lets it happen.</summary>
    public Task BefallAsync(Fate fate) => fate switch
    {
        Fate.KillOne => KillAsync(1),
        Fate.KillAllButOne => KillAsync(service.Silos.Count - 1),
        Fate.KillAll => KillAsync(service.Silos.Count),
        Fate.Stop => StopAsync(Any(1)[0]),
        Fate.Pause => PauseAsync(Any(1)[0], TimeSpan.FromMilliseconds(random.Next(500, LongestPauseMs))),
        Fate.PauseUntilTakenOut => PauseAsync(Any(1)[0], TimeSpan.Zero),
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    private Fate DrawOne() => random.Next(20) switch
    {
        < 8 => Fate.KillOne,
        < 11 => Fate.KillAllButOne,
        < 13 => Fate.KillAll,
        < 15 => Fate.Stop,
        _ => Fate.Pause,
    };

    // Who is left is asked at once, and everybody again when all are back.
    private async Task KillAsync(int count)
    {
        var killed = Any(count);
        await Task.WhenAll(killed.Select(silo => silo.KillAsync()));
        tally.Kills += count;
        tally.AllKilled += service.IsCluster && count == service.Silos.Count ? 1 : 0;
        if (count < service.Silos.Count)
            (count == 1 ? tally.Losses : tally.Majorities).Add(await AskAsync());
        await service.StartAsync();
        await AskAsync();
    }

    // What it was asked meanwhile it answers afterwards, with what it knew before. The others can answer about everybody only once they have taken it out.
    private async Task PauseAsync(SoakSilo silo, TimeSpan time)
    {
        await silo.PauseAsync();
        tally.Pauses++;
        var others = AskAsync();
        await Task.WhenAll(others, Task.Delay(time, TimeProvider.System));
        tally.Meanwhile.Add(await others);
        if (await silo.ResumeAsync(Fading))
            tally.Survived++;
        await AskAsync();
        await service.StartAsync();
        await AskAsync();
    }

    private async Task StopAsync(SoakSilo silo)
    {
        var began = Stopwatch.StartNew();
        if (await silo.StopAsync().WaitAsync(Stopping, TimeProvider.System) is not 0 and var code)
            throw new ViolationException($"A process that was told to stop ended with {code}.");
        tally.Stops.Add(began.Elapsed);
        await AskAsync();
        await service.StartAsync();
        await AskAsync();
    }

    private async Task<TimeSpan> AskAsync()
    {
        var began = Stopwatch.StartNew();
        await checks.AnswersAsync();
        return began.Elapsed;
    }

    private List<SoakSilo> Any(int count) => [.. service.Silos.OrderBy(_ => random.Next()).Take(count)];
}
