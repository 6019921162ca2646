namespace Centra.Storage;

/// <summary>
/// Files that are known by what is in them: agreements, attachments, extracts. A file never changes; the same content is kept once.
/// A folder of this machine, or a bucket where silos share one.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps a content. When this returns it is on disk. Idempotent.</summary>
    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="cancellation">Ends it; nothing is kept then.</param>
    /// <returns>Its SHA-256, 64 lower-case hex digits.</returns>
    /// <exception cref="StorageUnavailableException">It cannot be written.</exception>
    Task<string> PutAsync(Stream content, CancellationToken cancellation = default);

    /// <summary>
    /// Opens a content, after all of it was compared with its hash: once in a process, and again when what is stored was touched since. Null where
    /// there is none of this hash.
    /// </summary>
    /// <exception cref="StoredFileException">What is stored is not what was put there.</exception>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>Removes a content, whoever put it there: the caller has made sure that nothing names it any more. Nothing happens where there is none.
    /// Only under a removal that <see cref="FileClaims"/> knows of: another may be putting the same content there.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be removed.</exception>
    Task DeleteAsync(string sha256, CancellationToken cancellation = default);
}

/// <summary>Claims a content that is about to be in the store; see <see cref="FileClaims"/>.</summary>
public delegate Task FileClaiming(string sha256);

/// <summary>Contents that are in memory.</summary>
public static class FileStoreExtensions
{
    /// <summary>Keeps bytes; see <see cref="IFileStore.PutAsync"/>.</summary>
    public static async Task<string> PutAsync(this IFileStore files, byte[] content, CancellationToken cancellation = default)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await files.PutAsync(stream, cancellation);
    }
}

/// <summary>A stored file was changed or damaged: it is not served.</summary>
public sealed class StoredFileException(string sha256) : Exception($"The stored file {sha256} is damaged. Restore it from a backup.");
