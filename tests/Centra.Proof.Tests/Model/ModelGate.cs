using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Two silos on one storage, each with activations of its own: what one of them does, the other's shards learn when they are asked.</summary>
internal sealed class ModelGate : IAsyncDisposable
{
    private readonly List<GateHost> _silos;
    private readonly GateSetup _setup;

    private ModelGate(List<GateHost> silos, GateSetup setup, ShiftedClock clock) => (_silos, _setup, Clock) = (silos, setup, clock);

    public ShiftedClock Clock { get; }

    public GateHost First => _silos[0];

    public IReadOnlyList<GateHost> Silos => _silos;

    public static async Task<ModelGate> StartAsync(GateSetup setup)
    {
        var clock = new ShiftedClock();
        setup = setup with { Clock = clock };
        var first = await GateHost.StartAsync(setup);
        foreach (var practice in World.Practices)
            await first.PracticeAsync(practice);
        return new ModelGate([first, await GateHost.StartBesideAsync(first, setup)], setup, clock);
    }

    /// <summary>The silo that a worker talks to.</summary>
    public GateHost Silo(int worker) => _silos[worker % _silos.Count];

    /// <summary>
    /// A silo for looking at what is stored, when the others have ended what is under way: a call that was given up after its time, and sent again, goes on in them.
    /// </summary>
    public async Task<GateHost> QuietAsync()
    {
        foreach (var silo in Enumerable.Reverse(_silos))
            await silo.StopAsync();
        _silos.Add(await GateHost.StartBesideAsync(First, _setup));
        return _silos[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Enumerable.Reverse(_silos))
            await silo.DisposeAsync();
    }
}
