using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Centra.Storage;

/// <summary>Files in a folder, each named by its SHA-256, 256 folders by its first two digits.</summary>
/// <param name="folder">The folder.</param>
/// <param name="claim">Told of each content before it gets its name: from then on nobody removes it. None: nothing is ever removed here.</param>
public sealed class FolderFiles(string folder, FileClaiming? claim = null) : IFileStore
{
    private const int MostKnown = 100_000;

    // What was compared with its hash, as it stood there then: every range of a download opens its file again.
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written)> _compared = new();

    /// <inheritdoc/>
    public async Task<string> PutAsync(Stream content, CancellationToken cancellation = default)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return await KeepAsync(content, Path.Combine(folder, Path.GetRandomFileName() + ".new"), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The folder of files cannot be written to.", error);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default)
    {
        if (!ContentHash.IsOne(sha256) || !File.Exists(PathOf(sha256)))
            return null;
        var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16, useAsync: true);
        try
        {
            await CompareAsync(file, sha256, cancellation);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string sha256, CancellationToken cancellation = default)
    {
        try
        {
            if (ContentHash.IsOne(sha256) && File.Exists(PathOf(sha256)))
                File.Delete(PathOf(sha256));
            _compared.TryRemove(sha256, out _);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("A file cannot be removed.", error);
        }
    }

    // All of it once; again where its length or its time differ.
    private async Task CompareAsync(FileStream file, string sha256, CancellationToken cancellation)
    {
        var stands = (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));
        if (_compared.TryGetValue(sha256, out var known) && known == stands)
            return;
        if (ContentHash.Hex(await SHA256.HashDataAsync(file, cancellation)) != sha256)
            throw new StoredFileException(sha256);
        file.Position = 0;
        if (_compared.Count >= MostKnown)
            _compared.Clear();
        _compared[sha256] = stands;
    }

    // Under its hash stands only what is whole and on disk. Writing over a file of the same hash mends a damaged one.
    private async Task<string> KeepAsync(Stream content, string draft, CancellationToken cancellation)
    {
        try
        {
            var sha256 = await WriteAsync(content, draft, cancellation);
            await (claim?.Invoke(sha256) ?? Task.CompletedTask);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
            DurableFolder.Move(draft, PathOf(sha256));
            return sha256;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static async Task<string> WriteAsync(Stream content, string draft, CancellationToken cancellation)
    {
        await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var sha256 = await ContentHash.CopyAsync(content, file, cancellation);
        file.Flush(flushToDisk: true);
        return sha256;
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
