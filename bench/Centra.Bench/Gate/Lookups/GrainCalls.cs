using System.Globalization;

namespace Centra.Bench.Gate.Lookups;

/// <summary>One grain call per person, the way that the register's shards replace.</summary>
internal static class GrainCalls
{
    private const int Callers = 4;
    private const int WarmPeople = 20_000;
    private static int _people;

    /// <summary>People a second whose grains are active.</summary>
    public static async Task<Rounds> WarmAsync(GateService service, GateOptions options)
    {
        for (var first = 0; first < WarmPeople; first += PeopleBatches.People)
            await AskAsync(service, first);
        return await Rounds.RunAsync(options, Callers, (_, number) => AskAsync(service, number * PeopleBatches.People % WarmPeople));
    }

    /// <summary>People a second whose grains have to be activated and read their state.</summary>
    public static Task<Rounds> ColdAsync(GateService service, GateOptions options) =>
        Rounds.RunAsync(options, Callers, (_, _) => AskAsync(service, WarmPeople + Interlocked.Add(ref _people, PeopleBatches.People)));

    private static async Task<long> AskAsync(GateService service, int first)
    {
        var answers = await Task.WhenAll(Enumerable.Range(first, PeopleBatches.People).Select(person =>
            service.Grains.GetGrain<IOnePersonGrain>(string.Create(CultureInfo.InvariantCulture, $"person/{person}")).IsOptedOut()));
        return answers.LongLength;
    }
}
