using System.Diagnostics;

namespace Centra.Tests.Fhir;

/// <summary>Figures for one thread, after as many rounds to warm up as are measured.</summary>
public static class Speed
{
    private const int Rounds = 30;

    public static string Of<T>(string what, T[] lines, Func<T, int> lengthOf, Action<T> work)
    {
        Run(lines, work);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        Run(lines, work);
        var seconds = watch.Elapsed.TotalSeconds;
        var count = (double)Rounds * lines.Length;
        var bytes = (double)Rounds * lines.Sum(lengthOf);
        return $"{what}: {count / seconds:N0} lines/s, {bytes / seconds / 1e6:N0} MB/s, {bytes / count:N0} bytes a line, "
            + $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / count:N0} bytes allocated a line";
    }

    private static void Run<T>(T[] lines, Action<T> work)
    {
        for (var round = 0; round < Rounds; round++)
            Array.ForEach(lines, work);
    }
}
