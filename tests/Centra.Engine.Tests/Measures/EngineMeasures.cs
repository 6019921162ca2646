using System.Diagnostics;
using Centra.Engine.Tests.Grains;
using Centra.Engine.Tests.Silo;
using Centra.Testing;

namespace Centra.Engine.Tests.Measures;

/// <summary>Figures, not tests: run with -explicit only, built with -c Release.</summary>
public sealed class EngineMeasures : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Explicit = true)]
    public async Task WarmCall_OneAfterTheOther()
    {
        await using var silo = await RunningSilo.OnSqliteAsync(_folder.Path);
        var grain = silo.Grains.GetGrain<IOutcomeGrain>("measure/call");
        await RepeatAsync(grain, 200_000);
        const int calls = 1_000_000;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await RepeatAsync(grain, calls);
        Report($"warm call: {watch.Elapsed.TotalNanoseconds / calls:F0} ns, {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / calls} bytes");
    }

    [Fact(Explicit = true)]
    public async Task WarmCalls_OfManyGrainsAtOnce()
    {
        await using var silo = await RunningSilo.OnSqliteAsync(_folder.Path);
        var grains = Enumerable.Range(0, 64).Select(number => silo.Grains.GetGrain<IOutcomeGrain>($"measure/{number}")).ToList();
        await Task.WhenAll(grains.Select(grain => RepeatAsync(grain, 2_000)));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(grains.Select(grain => Task.Run(() => RepeatAsync(grain, 20_000))));
        Report($"64 grains called at once: {64 * 20_000 / watch.Elapsed.TotalSeconds:F0} calls/s");
    }

    [Fact(Explicit = true)]
    public async Task StateWrites_OfManyGrainsAtOnce()
    {
        await using var silo = await RunningSilo.OnSqliteAsync(_folder.Path);
        var grains = Enumerable.Range(0, 256).Select(number => silo.Grains.GetGrain<IStateGrain>($"measure/{number}")).ToList();
        var text = new string('x', 2000);
        await Task.WhenAll(grains.Select(grain => grain.SetAsync(text, 0)));
        const int each = 100;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(grains.Select(async grain =>
        {
            for (var number = 0; number < each; number++)
                await grain.SetAsync(text, number);
        }));
        Report($"durable state writes of 4 KB, 256 grains at once: {256 * each / watch.Elapsed.TotalSeconds:F0} writes/s");
    }

    [Fact(Explicit = true)]
    public async Task FirstCalls_OfNewGrains()
    {
        await using var silo = await RunningSilo.OnSqliteAsync(_folder.Path);
        const int grains = 50_000;
        var watch = Stopwatch.StartNew();
        for (var from = 0; from < grains; from += 1000)
            await Task.WhenAll(Enumerable.Range(from, 1000).Select(number => silo.Grains.GetGrain<IOutcomeGrain>($"measure/new/{number}").TwiceAsync(1)));
        Report($"first calls: {watch.Elapsed.TotalMicroseconds / grains:F1} us each");
    }

    private static async Task RepeatAsync(IOutcomeGrain grain, int times)
    {
        for (var time = 0; time < times; time++)
            await grain.TwiceAsync(time);
    }

    private static void Report(string figure) => TestContext.Current.TestOutputHelper!.WriteLine(figure);
}
