using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Two silos on one storage, each with activations of its own: what one of them does, the other's shards learn when they are asked.</summary>
internal sealed class ModelGate : IAsyncDisposable
{
    private readonly GateHost[] _silos;

    private ModelGate(GateHost[] silos, ShiftedClock clock) => (_silos, Clock) = (silos, clock);

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
        return new ModelGate([first, await GateHost.StartBesideAsync(first, setup)], clock);
    }

    /// <summary>The silo that a worker talks to.</summary>
    public GateHost Silo(int worker) => _silos[worker % _silos.Length];

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Enumerable.Reverse(_silos))
            await silo.DisposeAsync();
    }
}
