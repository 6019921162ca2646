using System.Security.Cryptography;

namespace Centra.Storage;

/// <summary>The key ring of this process, and the way to add an epoch's key to it. Other processes find a new key by reading again.</summary>
public sealed class KeyRingSource(KeyRing ring, IKeyStore store)
{
    private volatile KeyRing _ring = ring;

    /// <summary>The ring as last read.</summary>
    public KeyRing Ring => _ring;

    /// <summary>Reads the ring again if it lacks the key of an epoch.</summary>
    /// <exception cref="KeyStoreException">It still lacks it.</exception>
    public KeyRing WithEpoch(int epoch)
    {
        if (epoch > _ring.Epochs.Length + 1)
            _ring = store.Load() ?? _ring;
        return epoch <= _ring.Epochs.Length + 1 ? _ring : throw new KeyStoreException($"The key ring lacks the key of epoch {epoch}, which the register uses.");
    }

    /// <summary>Makes sure that the ring has the key of an epoch, making a new one where the store can keep it.</summary>
    /// <exception cref="KeyStoreException">The store cannot be written to: whoever keeps the ring has to add the key there.</exception>
    public void AddEpoch(int epoch)
    {
        _ring = store.Load() ?? _ring;
        if (epoch <= _ring.Epochs.Length + 1)
            return;
        var next = _ring with { Epochs = _ring.Epochs.Add(RandomNumberGenerator.GetBytes(32)) };
        store.Save(next);
        _ring = next;
    }
}
