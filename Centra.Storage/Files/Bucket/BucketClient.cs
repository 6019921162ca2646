using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Centra.Storage;

/// <summary>How a bucket's server is spoken to.</summary>
internal static class BucketClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What a whole file may take to get there.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>How the SDK's client is set for a bucket.</summary>
    public static AmazonS3Config Of(BucketSettings settings)
    {
        // Checksums of their own kind are what servers elsewhere may not know; every content is compared with its own hash anyway.
        var config = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ConnectTimeout = Patience,
            Timeout = Longest,
        };
        if (settings.Url is { } url)
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (url.ToString(), true, settings.Region ?? "us-east-1");
        else if (settings.Region is { } region)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return config;
    }

    /// <summary>Whether it is the server, the way to it or the disk that failed, and not what was asked for.</summary>
    public static bool IsUnavailable(Exception error) => error is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or UnauthorizedAccessException
        or TaskCanceledException { InnerException: TimeoutException };

    /// <summary>Something that takes no time where the server is well.</summary>
    /// <exception cref="TimeoutException">It is not.</exception>
    public static async Task<T> SoonAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(Patience);
        try
        {
            return await work(soon.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("The bucket does not answer.");
        }
    }
}
