using System.Collections.Concurrent;

namespace Centra.Consent;

/// <summary>
/// Opt-outs that this process is carrying out. An opt-out is several transactions until the last of the patient is gone; what ingest would write
/// between them is written afterwards. Who waits here waits for no opt-out that begins later, and not for long: the fence decides, this is
/// for speed only.
/// </summary>
public sealed class OptOutsUnderWay
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<TaskCompletionSource, bool> _open = new();

    /// <summary>Carries out an opt-out.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> optOut)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[ended] = true;
        try
        {
            return await optOut();
        }
        finally
        {
            _open.TryRemove(ended, out _);
            ended.SetResult();
        }
    }

    /// <summary>Ends when every opt-out that has begun is over, however it ended, or when that takes too long.</summary>
    public Task LetByAsync() => _open.IsEmpty
        ? Task.CompletedTask
        : Task.WhenAny(Task.WhenAll(_open.Keys.Select(ended => ended.Task)), Task.Delay(Longest, TimeProvider.System));
}
