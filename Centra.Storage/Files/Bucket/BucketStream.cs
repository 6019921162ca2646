using Amazon.S3;
using Amazon.S3.Model;

namespace Centra.Storage;

/// <summary>
/// A file of a bucket, read as it comes, from wherever the reader is: a range of a download asks the bucket for no more than that. A connection that
/// breaks is made again where it broke.
/// </summary>
internal sealed class BucketStream(IAmazonS3 s3, string bucket, string key, string etag, long length) : Stream
{
    private const int MostBreaks = 3;
    private GetObjectResponse? _answer;
    private long _answerAt;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.IsEmpty)
            return 0;
        for (var breaks = 0; ; breaks++)
        {
            try
            {
                return await BucketClient.SoonAsync(soon => ReadOnceAsync(buffer, soon), cancellationToken);
            }
            catch (Exception error) when (BucketClient.IsUnavailable(error))
            {
                Close(ref _answer);
                if (breaks >= MostBreaks)
                    throw new StorageUnavailableException($"The bucket {bucket} stopped in the midst of a file.", error);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    // A thread would wait for the network.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("Stored files never change.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Stored files never change.");

    protected override void Dispose(bool disposing)
    {
        Close(ref _answer);
        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (_answer is null || _answerAt != Position)
        {
            Close(ref _answer);
            var request = new GetObjectRequest { BucketName = bucket, Key = key, EtagToMatch = etag, ByteRange = new ByteRange(Position, length - 1) };
            (_answer, _answerAt) = (await s3.GetObjectAsync(request, cancellation), Position);
        }
        var read = await _answer.ResponseStream.ReadAsync(buffer, cancellation);
        if (read == 0)
            throw new IOException("The answer ended before the file did.");
        Position = _answerAt += read;
        return read;
    }

    private static void Close(ref GetObjectResponse? answer)
    {
        answer?.Dispose();
        answer = null;
    }
}
