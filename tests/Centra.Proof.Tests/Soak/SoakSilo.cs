using Centra.Testing;

namespace Centra.Proof.Soak;

/// <summary>The real program as one process, to which anything may happen.</summary>
internal sealed class SoakSilo(string folder, IReadOnlyDictionary<string, string>? settings) : IAsyncDisposable
{
    private const int MostStarts = 3;
    private volatile TaskCompletionSource<string> _up = NotYet();
    private ServiceProcess? _process;

    /// <summary>Where it listens, once it does. One that is paused listens, and does not answer.</summary>
    public Task<string> AddressAsync => _up.Task;

    /// <summary>How often it ended without being told to: the others had taken it out although it lived.</summary>
    public int Ended { get; private set; }

    /// <summary>Starts it unless it runs, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        if (_process is { HasExited: false })
            return;
        if (_process is not null)
        {
            Ended++;
            await KillAsync();
        }
        _process = await StartedAsync();
        _up.TrySetResult(_process.Address);
    }

    // One that finds only dead silos listed as alive gives up, with a sentence, and is started again as whoever watches over it would.
    private async Task<ServiceProcess> StartedAsync()
    {
        for (var left = MostStarts; ; left--)
        {
            try
            {
                return await ServiceProcess.StartAsync(folder, "Critical", settings);
            }
            catch (InvalidOperationException) when (settings is not null && left > 1)
            {
                Ended++;
            }
        }
    }

    /// <summary>Kill -9.</summary>
    public async Task KillAsync()
    {
        _up = NotYet();
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    /// <summary>Tells it to stop and waits for that.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        var code = await _process!.StopAsync();
        await KillAsync();
        return code;
    }

    /// <summary>Whether it is frozen.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Freezes it.</summary>
    public Task PauseAsync()
    {
        IsFrozen = true;
        return _process!.PauseAsync();
    }

    /// <summary>Lets it go on; whether it does, or ends itself within that time because the others have taken it out.</summary>
    public async Task<bool> ResumeAsync(TimeSpan within)
    {
        await _process!.ResumeAsync();
        IsFrozen = false;
        try
        {
            await _process.EndAsync().WaitAsync(within, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            return true;
        }
        await KillAsync();
        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();

    private static TaskCompletionSource<string> NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
