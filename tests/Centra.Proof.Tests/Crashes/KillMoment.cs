using System.Diagnostics;

namespace Centra.Proof.Crashes;

/// <summary>When a service is killed: after some time under load, or the moment that a file of its was written to.</summary>
internal static class KillMoment
{
    private const int LongestMs = 600;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Waits for the moment of a round.</summary>
    public static Task WaitAsync(string folder, int round, Random random, Task work) => (round % 3) switch
    {
        0 => Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, LongestMs)), TimeProvider.System),
        1 => WritesAsync(Path.Combine(folder, "journal", "register.journal"), random.Next(1, 8), work),
        _ => WritesAsync(Path.Combine(folder, "vault.db-wal"), random.Next(1, 40), work),
    };

    // Looks as often as it can: what is to be hit is the time between one write and the next.
    private static Task WritesAsync(string path, int writes, Task work) => Task.Run(() =>
    {
        var (waited, last) = (Stopwatch.StartNew(), Mark(path));
        while (writes > 0 && waited.Elapsed < Limit && !work.IsCompleted)
        {
            if (Mark(path) is var mark && mark != last)
                (last, writes) = (mark, writes - 1);
            else
                Thread.Yield();
        }
    });

    private static (long, DateTime) Mark(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }
}
