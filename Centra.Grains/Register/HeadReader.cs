using Centra.Storage;

namespace Centra.Register;

/// <summary>
/// The register's head for checks. A check needs a head that was read after the check had begun; checks that wait at the same time
/// share one such reading.
/// </summary>
public sealed class HeadReader(Vault vault)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<RegisterHead>? _waiting;
    private bool _reading;

    /// <summary>The head, by a reading that begins from now on.</summary>
    public Task<RegisterHead> ReadAsync()
    {
        TaskCompletionSource<RegisterHead> mine;
        lock (_gate)
        {
            mine = _waiting ??= new TaskCompletionSource<RegisterHead>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_reading)
                return mine.Task;
            _reading = true;
        }
        _ = ReadWhileWantedAsync();
        return mine.Task;
    }

    private async Task ReadWhileWantedAsync()
    {
        while (TakeWaiting() is { } waiting)
        {
            try
            {
                waiting.SetResult(await vault.Database.ReadAsync(RegisterHead.ReadAsync));
            }
            catch (Exception error)
            {
                waiting.SetException(error);
            }
        }
    }

    private TaskCompletionSource<RegisterHead>? TakeWaiting()
    {
        lock (_gate)
        {
            var waiting = _waiting;
            _waiting = null;
            _reading = waiting is not null;
            return waiting;
        }
    }
}
