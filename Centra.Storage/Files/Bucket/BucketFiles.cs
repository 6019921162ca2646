using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Centra.Storage;

/// <summary>Files in a bucket that silos share, each named by its SHA-256. Nothing of them stays on this machine.</summary>
/// <param name="s3">The bucket's server.</param>
/// <param name="settings">The bucket.</param>
/// <param name="drafts">A folder of this process where a content is while it is not known yet what it will be called.</param>
/// <param name="claim">Told of each content before it gets its name, as with <see cref="FolderFiles"/>.</param>
public sealed class BucketFiles(IAmazonS3 s3, BucketSettings settings, string drafts, FileClaiming? claim = null) : IFileStore, IDisposable
{
    private const int MostKnown = 100_000;
    private static readonly byte[] Sign = "Centra keeps files here.\n"u8.ToArray();

    // What was compared with its hash, as the bucket named it then.
    private readonly ConcurrentDictionary<string, string> _compared = new();

    /// <summary>The bucket of these settings.</summary>
    public static BucketFiles Of(BucketSettings settings, string drafts, FileClaiming? claim = null) => new(new AmazonS3Client(BucketClient.Of(settings)), settings, drafts, claim);

    /// <summary>Writes and reads, so that a start tells what would fail later.</summary>
    /// <exception cref="StorageUnavailableException">The bucket cannot be used.</exception>
    public async Task CheckAsync(CancellationToken cancellation = default)
    {
        if (Directory.Exists(drafts))
            Directory.Delete(drafts, recursive: true);
        var sha256 = await this.PutAsync(Sign, cancellation);
        try
        {
            await using var content = await OpenAsync(sha256, cancellation) ?? throw new StoredFileException(sha256);
        }
        catch (StoredFileException error)
        {
            throw new StorageUnavailableException($"The bucket {settings.Name} does not give out what was put there.", error);
        }
    }

    /// <inheritdoc/>
    public Task<string> PutAsync(Stream content, CancellationToken cancellation = default) => AskAsync(async () =>
    {
        Directory.CreateDirectory(drafts);
        await using var draft = new FileStream(
            Path.Combine(drafts, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        var sha256 = await ContentHash.CopyAsync(content, draft, cancellation);
        draft.Position = 0;
        await (claim?.Invoke(sha256) ?? Task.CompletedTask);
        // In one piece, up to 5 GB, and not in chunks: not all servers take these apart again.
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = settings.Name, Key = KeyOf(sha256), InputStream = draft, AutoCloseStream = false, UseChunkEncoding = false }, cancellation);
        return sha256;
    });

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) => AskAsync<Stream?>(async () =>
    {
        if (!ContentHash.IsOne(sha256) || await FindAsync(sha256, cancellation) is not { } found)
            return null;
        var content = new BucketStream(s3, settings.Name, KeyOf(sha256), found.ETag, found.ContentLength);
        try
        {
            await CompareAsync(content, sha256, found.ETag, cancellation);
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    });

    /// <inheritdoc/>
    public Task DeleteAsync(string sha256, CancellationToken cancellation = default) => AskAsync(async () =>
    {
        if (ContentHash.IsOne(sha256))
            await BucketClient.SoonAsync(soon => s3.DeleteObjectAsync(settings.Name, KeyOf(sha256), soon), cancellation);
        return _compared.TryRemove(sha256, out _);
    });

    /// <inheritdoc/>
    public void Dispose() => s3.Dispose();

    private async Task<GetObjectMetadataResponse?> FindAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            return await BucketClient.SoonAsync(soon => s3.GetObjectMetadataAsync(settings.Name, KeyOf(sha256), soon), cancellation);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // All of it once; again where the bucket has something else under the name.
    private async Task CompareAsync(BucketStream content, string sha256, string etag, CancellationToken cancellation)
    {
        if (_compared.TryGetValue(sha256, out var known) && known == etag)
            return;
        if (ContentHash.Hex(await SHA256.HashDataAsync(content, cancellation)) != sha256)
            throw new StoredFileException(sha256);
        content.Position = 0;
        if (_compared.Count >= MostKnown)
            _compared.Clear();
        _compared[sha256] = etag;
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (BucketClient.IsUnavailable(error))
        {
            throw new StorageUnavailableException($"The bucket {settings.Name} cannot be used: {(error as AmazonServiceException)?.ErrorCode ?? "it does not answer"}.", error);
        }
    }

    private string KeyOf(string sha256) => $"{settings.Prefix}{sha256[..2]}/{sha256}";
}
