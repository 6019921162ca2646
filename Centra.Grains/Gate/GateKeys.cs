using System.Collections.Immutable;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>The matching keys for the epochs in force, which change with an operation of the register.</summary>
public sealed class GateKeys(KeyRingSource source)
{
    private volatile MatchKeys _current = MatchKeys.Create(source.Ring.Register, source.Ring.Epochs, [1]);

    /// <summary>The keys for the epochs that were last seen in force.</summary>
    public MatchKeys Current => _current;

    /// <summary>The keys for these epochs, which are in force now.</summary>
    /// <exception cref="KeyStoreException">The key ring lacks the key of an epoch.</exception>
    public MatchKeys Use(ImmutableArray<int> epochs)
    {
        var current = _current;
        if (current.ActiveEpochs.SequenceEqual(epochs))
            return current;
        return _current = MatchKeys.Create(source.Ring.Register, source.WithEpoch(epochs[^1]).Epochs, epochs);
    }
}
