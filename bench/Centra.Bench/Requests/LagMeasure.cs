using System.Diagnostics;
using Centra.Storage;

namespace Centra.Bench.Requests;

/// <summary>While others write: from sending a command until lists know of it, the command's own time included.</summary>
internal static class LagMeasure
{
    /// <summary>Milliseconds at the 99th percentile.</summary>
    public static async Task<double> P99Async(BenchService service, IRequestDesk desk, int writers, TimeSpan each)
    {
        using var end = new CancellationTokenSource(each, TimeProvider.System);
        var others = Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => Script.WriteAsync(desk, writer, end.Token))));
        var taken = new List<double>();
        while (!end.IsCancellationRequested)
            taken.Add(await UntilSeenAsync(service.Read, desk));
        await others;
        taken.Sort();
        return LoadMeasure.Percentile([.. taken], 0.99);
    }

    private static async Task<double> UntilSeenAsync(IDatabase read, IRequestDesk desk)
    {
        var begun = Stopwatch.GetTimestamp();
        var id = await desk.BeginAsync("Seen when");
        while (await read.ReadAsync(session => session.NumberAsync("select count(*) from request where request_id = $1", id)) == 0)
            await Task.Yield();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
