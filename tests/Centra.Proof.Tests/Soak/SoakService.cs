namespace Centra.Proof.Soak;

/// <summary>The real program: one process or several. Clients wait for one that listens.</summary>
internal sealed class SoakService(IReadOnlyList<SoakSilo> silos) : IAsyncDisposable
{
    private int _turn;

    /// <summary>Its processes.</summary>
    public IReadOnlyList<SoakSilo> Silos => silos;

    /// <summary>Whether there are several.</summary>
    public bool IsCluster => silos.Count > 1;

    /// <summary>Where one of them listens: each time the next one's. Of a frozen one, every third time that it is its turn: a proxy in front notices soon.</summary>
    public async Task<string> AddressAsync()
    {
        var turn = Interlocked.Increment(ref _turn) & int.MaxValue;
        var inOrder = Enumerable.Range(0, silos.Count).Select(step => silos[(turn + step) % silos.Count]);
        var addresses = inOrder.OrderBy(silo => silo.IsFrozen && turn / silos.Count % 3 > 0).Select(silo => silo.AddressAsync).ToList();
        return await (addresses.Find(address => address.IsCompleted) ?? await Task.WhenAny(addresses));
    }

    /// <summary>Starts all that do not run.</summary>
    public Task StartAsync() => Task.WhenAll(silos.Select(silo => silo.StartAsync()));

    /// <summary>Kills all.</summary>
    public Task KillAsync() => Task.WhenAll(silos.Select(silo => silo.KillAsync()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();
}
