using System.Security.Cryptography;

namespace Centra.Storage;

/// <summary>The key ring of this process, and the way to add an epoch's key to it. Other processes find a new key by reading again.</summary>
public sealed class KeyRingSource(KeyRing ring, IKeyStore store)
{
    private readonly Lock _adding = new();
    private volatile KeyRing _ring = ring;

    /// <summary>The ring as last read.</summary>
    public KeyRing Ring => _ring;

    /// <summary>Reads the ring again if it lacks the key of an epoch.</summary>
    /// <exception cref="KeyStoreException">It still lacks it.</exception>
    public KeyRing WithEpoch(int epoch)
    {
        if (!Has(_ring, epoch))
            _ring = store.Load() ?? _ring;
        return Has(_ring, epoch) ? _ring : throw new KeyStoreException($"The key ring lacks the key of epoch {epoch}, which the register uses.");
    }

    /// <summary>
    /// Makes sure that the ring has the key of an epoch, making a new one where the store can keep it. Two who do so at once must not make
    /// two: whoever has the other one would recognise nobody.
    /// </summary>
    /// <exception cref="KeyStoreException">The store cannot be written to: whoever keeps the ring has to add the key there.</exception>
    public void AddEpoch(int epoch)
    {
        lock (_adding)
        {
            _ring = store.Load() ?? _ring;
            if (!Has(_ring, epoch))
                _ring = store.Change(kept => WithEpoch(kept, epoch)) ?? _ring;
        }
    }

    private KeyRing? WithEpoch(KeyRing? kept, int epoch)
    {
        var ring = kept ?? _ring;
        return Has(ring, epoch) ? kept : ring with { Epochs = ring.Epochs.Add(RandomNumberGenerator.GetBytes(32)) };
    }

    private static bool Has(KeyRing ring, int epoch) => epoch <= ring.Epochs.Length + 1;
}
