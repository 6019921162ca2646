using System.Diagnostics;
using Centra.Requests;

namespace Centra.Bench.Requests;

/// <summary>One request of many commands.</summary>
internal static class HistoryMeasure
{
    /// <summary>The request that is written to; it stays for the cold start.</summary>
    public const string Title = "A long history";

    private const int Window = 50;

    /// <summary>Milliseconds of a command after so many, and after a hundred times as many; and the request.</summary>
    public static async Task<(string Id, double Young, double Old)> GrowAsync(IRequestDesk desk, int commands)
    {
        var id = await desk.BeginAsync(Title);
        var revision = 0;
        await SaveAsync(desk, id, commands / 100, () => ++revision);
        var young = await SaveAsync(desk, id, Window, () => ++revision);
        await SaveAsync(desk, id, commands - commands / 100 - 2 * Window, () => ++revision);
        return (id, young, await SaveAsync(desk, id, Window, () => ++revision));
    }

    /// <summary>Milliseconds until a request is seen that nobody has asked for since the start.</summary>
    public static async Task<double> ColdAsync(BenchService service, string id)
    {
        var begun = Stopwatch.GetTimestamp();
        var seen = await service.Grains.GetGrain<IDataRequestGrain>($"request/{id}").View(service.Applicant.UserId);
        return seen.IsRefused ? throw new InvalidOperationException(seen.Refusal.Code) : Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    // The median of one command after another.
    private static async Task<double> SaveAsync(IRequestDesk desk, string id, int times, Func<int> revision)
    {
        var taken = new double[times];
        for (var time = 0; time < times; time++)
        {
            var (begun, next) = (Stopwatch.GetTimestamp(), revision());
            await desk.EditAsync(id, $"Text of revision {next}.", next);
            taken[time] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        Array.Sort(taken);
        return taken[times / 2];
    }
}
