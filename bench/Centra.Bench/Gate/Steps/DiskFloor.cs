using System.Diagnostics;
using Centra.Storage;

namespace Centra.Bench.Gate.Steps;

/// <summary>How long this disk takes to keep something.</summary>
internal static class DiskFloor
{
    private const int Times = 300;
    private const int Bytes = 4096;

    /// <summary>Milliseconds of a write of four kilobytes with its fsync, each.</summary>
    public static double[] Fsyncs(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var bytes = new byte[Bytes];
        return [.. Enumerable.Range(0, Times).Select(_ =>
        {
            var begun = Stopwatch.GetTimestamp();
            file.Write(bytes);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        })];
    }

    /// <summary>Milliseconds of a transaction of one row in SQLite, each.</summary>
    public static async Task<double[]> CommitsAsync(string folder)
    {
        await using var database = new SqliteDatabase(Path.Combine(folder, "commits.db"));
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("create table one (number integer not null)"));
        var taken = new double[Times];
        for (var time = 0; time < Times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            await database.WriteAsync(Fence.None, session => session.ExecuteAsync("insert into one values ($1)", 1L));
            taken[time] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        return taken;
    }
}
