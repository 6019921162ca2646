using System.Text;

namespace Centra.Storage;

/// <summary>The key ring in an environment variable, for platforms that hand secrets to a process that way. Read only.</summary>
public sealed class EnvironmentKeyStore(string variable) : IKeyStore
{
    /// <inheritdoc/>
    public KeyRing? Load() =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } json ? KeyRingFormat.Read(Encoding.UTF8.GetBytes(json)) : null;

    /// <inheritdoc/>
    public KeyRing Create(KeyRing ring) => throw new KeyStoreException($"The environment variable {variable} holds no key ring.");

    /// <inheritdoc/>
    public void Save(KeyRing ring) =>
        throw new KeyStoreException($"The key ring comes from the environment variable {variable}; change it where that is set.");

    /// <inheritdoc/>
    public KeyRing? Change(Func<KeyRing?, KeyRing?> change)
    {
        var kept = Load();
        if (change(kept) is { } next && !ReferenceEquals(next, kept))
            Save(next);
        return kept;
    }
}
