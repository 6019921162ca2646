using System.Diagnostics;
using Centra.Api.Demo;
using Centra.Releases;

namespace Centra.Bench.Requests;

/// <summary>A request's whole life, step by step by whoever's part each is: copied, handed in, checked, voted on, decided, signed, paid, released, closed.</summary>
internal static class LifeMeasure
{
    /// <summary>Milliseconds of some lives, one after another.</summary>
    public static async Task<List<double>> RunAsync(BenchService service, int lives)
    {
        var (plan, bench) = (service.Plan, service.Get<ReleaseBench>());
        var taken = new List<double>();
        for (var life = -2; life < lives; life++)
        {
            var begun = Stopwatch.GetTimestamp();
            await (await new DemoWalk(service.Grains, bench, plan, $"life-{life + 2}", "A whole life", TimeProvider.System.GetUtcNow().AddDays(-60)).ActiveAsync()).CloseAsync();
            if (life >= 0)
                taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return taken;
    }
}
