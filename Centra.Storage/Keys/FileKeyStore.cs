using System.Security.Cryptography;

namespace Centra.Storage;

/// <summary>The key ring in a file that only its owner can read.</summary>
public sealed class FileKeyStore(string path) : IKeyStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public KeyRing? Load()
    {
        try
        {
            return File.Exists(path) ? KeyRingFormat.Read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The key file {path} cannot be read.", error);
        }
    }

    /// <inheritdoc/>
    public KeyRing Create(KeyRing ring)
    {
        using var alone = Waited();
        if (Load() is { } kept)
            return kept;
        Save(ring);
        return ring;
    }

    /// <inheritdoc/>
    public void Save(KeyRing ring)
    {
        // Each writes to a file of its own: in a shared one the keys of two processes would mix, and one of them work with keys that no file has.
        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(fresh, Options()))
            {
                file.Write(KeyRingFormat.Write(ring));
                file.Flush(flushToDisk: true);
            }
            DurableFolder.Move(fresh, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The key file {path} cannot be written.", error);
        }
    }

    /// <inheritdoc/>
    public KeyRing? Change(Func<KeyRing?, KeyRing?> change)
    {
        using var alone = Alone();
        var kept = Load();
        var next = change(kept);
        if (next is not null && !ReferenceEquals(next, kept))
            Save(next);
        return next;
    }

    // Processes that start at once wait for the one that was first; moving a file to a name that may be taken is not exclusive on Unix.
    private FileStream Waited()
    {
        FileStream? alone = null;
        SpinWait.SpinUntil(() => (alone = TryAlone()) is not null, Patience);
        return alone ?? Alone();
    }

    private FileStream? TryAlone()
    {
        try
        {
            return Alone();
        }
        catch (KeyStoreException)
        {
            return null;
        }
    }

    // The lock is the operating system's, so it ends with the process however that ends.
    private FileStream Alone()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The key file {path} is being changed by another process, or cannot be written.", error);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
