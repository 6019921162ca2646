namespace Centra.Storage;

/// <summary>The key ring in a file that only its owner can read.</summary>
public sealed class FileKeyStore(string path) : IKeyStore
{
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
    public void Save(KeyRing ring)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var fresh = path + ".new";
            using (var file = new FileStream(fresh, Options()))
            {
                file.Write(KeyRingFormat.Write(ring));
                file.Flush(flushToDisk: true);
            }
            File.Move(fresh, path, overwrite: true);
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

    // The lock is the operating system's, so it ends with the process however that ends.
    private FileStream Alone()
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The key file {path} is being changed by another process, or cannot be written.", error);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
