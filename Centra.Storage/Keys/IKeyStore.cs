namespace Centra.Storage;

/// <summary>Where the key ring is kept: a file, an environment variable, later a key service.</summary>
public interface IKeyStore
{
    /// <summary>The ring, or null where none was ever kept.</summary>
    /// <exception cref="KeyStoreException">It is there but cannot be read.</exception>
    KeyRing? Load();

    /// <summary>Keeps the first ring. Of processes that do so at once one is first: the ring that is kept, for all of them.</summary>
    /// <exception cref="KeyStoreException">This store cannot be written to.</exception>
    KeyRing Create(KeyRing ring);

    /// <summary>Keeps a ring, replacing the former one.</summary>
    /// <exception cref="KeyStoreException">This store cannot be written to.</exception>
    void Save(KeyRing ring);

    /// <summary>Replaces the ring by what is made of the kept one, if that is another. Nobody else changes it in between.</summary>
    /// <returns>The ring that is kept then.</returns>
    /// <exception cref="KeyStoreException">Somebody else is changing it just now, or this store cannot be written to.</exception>
    KeyRing? Change(Func<KeyRing?, KeyRing?> change);
}

/// <summary>The keys cannot be read or kept. The message is for an operator and holds no key.</summary>
public sealed class KeyStoreException(string message, Exception? inner = null) : Exception(message, inner);
