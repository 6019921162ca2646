namespace Centra.Storage;

/// <summary>One process a data folder. The lock is the operating system's, so it ends with the process however that ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder, creating it where it is missing.</summary>
    /// <exception cref="StorageUnavailableException">Another process has it, or it cannot be written to.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(Path.Combine(folder, "centra.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StorageUnavailableException($"The data folder {folder} cannot be written to.", error);
        }
        catch (IOException error) when (Directory.Exists(folder) && File.Exists(Path.Combine(folder, "centra.lock")))
        {
            throw new StorageUnavailableException($"Another process uses the data folder {folder}, or it cannot be written to.", error);
        }
        catch (IOException error)
        {
            throw new StorageUnavailableException($"The data folder {folder} cannot be used.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
