using System.Diagnostics;
using Centra.Proof.Model;

namespace Centra.Proof.Soak;

/// <summary>What befalls the processes: killed, told to stop, or frozen for a while, as a machine that is suspended. After each, everybody is asked about.</summary>
internal sealed class SoakFates(SoakService service, SoakChecks checks, Random random, FateTally tally)
{
    // Shorter than, about as long as, and longer than it takes until the others take it out.
    private const int LongestPauseMs = 25_000;
    private static readonly TimeSpan Fading = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Stopping = TimeSpan.FromMinutes(2);

    /// <summary>One of them, at random.</summary>
    public Task BefallAsync() => !service.IsCluster ? KillAsync(1) : random.Next(20) switch
    {
        < 8 => KillAsync(1),
        < 11 => KillAsync(service.Silos.Count - 1),
        < 13 => KillAsync(service.Silos.Count),
        < 15 => StopAsync(Any(1)[0]),
        _ => PauseAsync(Any(1)[0], TimeSpan.FromMilliseconds(random.Next(500, LongestPauseMs))),
    };

    /// <summary>Kills so many; who is left is asked at once, and everybody again when all are back.</summary>
    public async Task KillAsync(int count)
    {
        var killed = Any(count);
        await Task.WhenAll(killed.Select(silo => silo.KillAsync()));
        tally.Kills += count;
        tally.AllKilled += service.IsCluster && count == service.Silos.Count ? 1 : 0;
        if (count < service.Silos.Count)
            tally.Losses.Add(await AskAsync());
        await service.StartAsync();
        await AskAsync();
    }

    /// <summary>Freezes one for a time. What it was asked meanwhile it answers afterwards, with what it knew before.</summary>
    public async Task PauseAsync(SoakSilo silo, TimeSpan time)
    {
        await silo.PauseAsync();
        tally.Pauses++;
        var others = AskAsync();
        await Task.WhenAll(others, Task.Delay(time, TimeProvider.System));
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

/// <summary>What befell the processes of a soak.</summary>
internal sealed class FateTally
{
    /// <summary>Processes killed.</summary>
    public int Kills { get; set; }

    /// <summary>How often all were.</summary>
    public int AllKilled { get; set; }

    /// <summary>How often one was frozen.</summary>
    public int Pauses { get; set; }

    /// <summary>How often it went on: the others had not taken it out.</summary>
    public int Survived { get; set; }

    /// <summary>How often one ended that nothing had befallen.</summary>
    public int Ended { get; set; }

    /// <summary>How long each took that was told to stop.</summary>
    public List<TimeSpan> Stops { get; } = [];

    /// <summary>After the loss of some: how long until everybody was answered about by those who were left.</summary>
    public List<TimeSpan> Losses { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => Losses.Count + Pauses + Stops.Count + AllKilled == 0
        ? $"{Kills} kills"
        : FormattableString.Invariant($"{Kills} kills ({AllKilled} times all), answers after {Span(Losses)}; {Stops.Count} told to stop, in {Span(Stops)}; {Pauses} frozen, of which {Survived} went on; {Ended} ended by themselves");

    private static string Span(List<TimeSpan> times) => times.Count == 0 ? "-"
        : FormattableString.Invariant($"{times.Order().ElementAt(times.Count / 2).TotalSeconds:f1} s, at most {times.Max().TotalSeconds:f1}");
}
