using Centra.Testing;

namespace Centra.Proof.Soak;

/// <summary>The real program, killed and started again; its clients wait for where it listens.</summary>
internal sealed class SoakService(string folder) : IAsyncDisposable
{
    private volatile TaskCompletionSource<string> _up = NotYet();
    private ServiceProcess? _process;

    /// <summary>Where it listens, once it does.</summary>
    public Task<string> AddressAsync => _up.Task;

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        _process = await ServiceProcess.StartAsync(folder, logLevel: "Critical");
        _up.TrySetResult(_process.Address);
    }

    /// <summary>Kill -9.</summary>
    public async Task KillAsync()
    {
        _up = NotYet();
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();

    private static TaskCompletionSource<string> NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
