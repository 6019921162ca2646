using System.Diagnostics;
using Centra.Register;

namespace Centra.Bench.Gate.Lookups;

/// <summary>Lookups of batches of people in the silo, as screening and ingest make them.</summary>
internal static class SiloLookups
{
    private const int Askers = 4;

    /// <summary>Batches side by side, counted in tokens.</summary>
    public static Task<Rounds> ManyAsync(GateService service, PeopleBatches batches, GateOptions options)
    {
        var checks = service.Get<RegisterChecks>();
        return Rounds.RunAsync(options, Askers, async (_, number) =>
        {
            await AskAsync(checks, batches[number]);
            return PeopleBatches.Tokens;
        });
    }

    /// <summary>Milliseconds of single batches, one after the other.</summary>
    public static async Task<List<double>> AloneAsync(GateService service, PeopleBatches batches, int times)
    {
        var (checks, taken) = (service.Get<RegisterChecks>(), new List<double>());
        for (var number = 0; number < times; number++)
        {
            var begun = Stopwatch.GetTimestamp();
            await AskAsync(checks, batches[number]);
            taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return taken;
    }

    /// <summary>Asks, and checks that exactly those are found who are there.</summary>
    public static async Task AskAsync(RegisterChecks checks, IReadOnlyList<ReadOnlyMemory<byte>> people)
    {
        var answer = await checks.AskAsync(people, [1]);
        if (answer.IsRefused)
            throw new InvalidOperationException(answer.Refusal.Code);
        var found = answer.Value.Candidates.Count(candidates => candidates.Length == 1);
        if (found != PeopleBatches.OptedOut)
            throw new InvalidOperationException($"{found} people found in place of {PeopleBatches.OptedOut}.");
    }
}
