using Orleans;
using Orleans.Runtime;

namespace Centra.Bench.Gate.Lookups;

/// <summary>What the register is not: a grain for each person that knows whether its person opted out.</summary>
[Alias("centra.bench.one-person")]
public interface IOnePersonGrain : IGrainWithStringKey
{
    /// <summary>Whether the person opted out.</summary>
    [Alias("is-opted-out")]
    Task<bool> IsOptedOut();
}

/// <summary>What is stored of a person.</summary>
public sealed record OnePersonRecord
{
    public bool OptedOut { get; init; }
}

/// <summary>A person with a state of its own.</summary>
public sealed class OnePersonGrain([PersistentState("person")] IPersistentState<OnePersonRecord> stored) : Grain, IOnePersonGrain
{
    /// <inheritdoc/>
    public Task<bool> IsOptedOut() => Task.FromResult(stored.State.OptedOut);
}
