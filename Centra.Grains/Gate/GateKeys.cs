using System.Collections.Immutable;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>The matching keys for the epochs in force, which change with an operation of the register.</summary>
public sealed class GateKeys(KeyRing ring)
{
    private volatile MatchKeys _current = MatchKeys.Create(ring.Register, ring.Epochs, [1]);

    /// <summary>The keys for the epochs that were last seen in force.</summary>
    public MatchKeys Current => _current;

    /// <summary>The keys for these epochs, which are in force now.</summary>
    /// <exception cref="KeyStoreException">The key ring lacks the key of an epoch.</exception>
    public MatchKeys Use(ImmutableArray<int> epochs)
    {
        var current = _current;
        if (current.ActiveEpochs.SequenceEqual(epochs))
            return current;
        if (epochs[^1] > ring.Epochs.Length + 1)
            throw new KeyStoreException($"The key ring lacks the key of epoch {epochs[^1]}, which the register uses.");
        return _current = MatchKeys.Create(ring.Register, ring.Epochs, epochs);
    }
}
