using System.Diagnostics;
using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>Time of one core, and bytes allocated, for one person.</summary>
/// <param name="Step">What was done.</param>
/// <param name="MicrosecondsEach">The best of five rounds over all people.</param>
/// <param name="BytesEach">Allocated.</param>
public sealed record SpeedMeasure(string Step, double MicrosecondsEach, double BytesEach)
{
    private const int People = 50_000;

    public static IReadOnlyList<SpeedMeasure> All(MatchKeys keys)
    {
        var corruptor = new Corruptor(5);
        var people = new PeopleGenerator(505).People().Take(People)
            .Select(person => Identities.Of(corruptor.Corrupt(person)) with { PatientIds = [$"P{person.Number}"] }).ToArray();
        var normal = Array.ConvertAll(people, Normaliser.Normalise);
        var hashed = Array.ConvertAll(normal, identity => Comparators.From(identity, "bench", keys));
        var encoded = Array.ConvertAll(hashed, comparators => comparators.Encode());
        var room = new Token[Tokeniser.MostTokens];
        return
        [
            Measure("normalise", i => Normaliser.Normalise(people[i])),
            Measure("tokenise", i => Tokeniser.Write(normal[i], "bench", keys, room)),
            Measure("normalise + tokenise", i => Tokeniser.Write(Normaliser.Normalise(people[i]), "bench", keys, room)),
            Measure("comparators", i => Comparators.From(normal[i], "bench", keys)),
            Measure("decode comparators", i => Comparators.Decode(encoded[i])),
            Measure("decide about a candidate", i =>
                FellegiSunter.Decide(hashed[i], hashed[(i + 1) % People], MatchModel.Current, 500_000)),
        ];
    }

    private static SpeedMeasure Measure(string step, Action<int> one)
    {
        var best = double.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < 5; round++)
        {
            var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < People; i++)
                one(i);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / People);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new SpeedMeasure(step, best, (double)allocated / People);
    }
}
