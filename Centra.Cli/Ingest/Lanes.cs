namespace Centra.Cli.Ingest;

/// <summary>Does a bounded number of things at once. Left early, it gives up what is under way and waits until that has ended.</summary>
internal sealed class Lanes(int count, CancellationToken cancel) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    private readonly List<Task> _busy = [];

    /// <summary>Begins a piece of work as soon as a lane is free; throws what an earlier one failed with.</summary>
    public async Task StartAsync(Func<CancellationToken, Task> work)
    {
        if (_busy.Count >= count)
        {
            var first = await Task.WhenAny(_busy);
            _busy.Remove(first);
            await first;
        }
        _busy.Add(Task.Run(() => work(_stop.Token), _stop.Token));
    }

    /// <summary>Waits until all lanes are free.</summary>
    public async Task DrainAsync()
    {
        await Task.WhenAll(_busy);
        _busy.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_busy).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
