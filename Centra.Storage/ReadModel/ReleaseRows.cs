using Microsoft.EntityFrameworkCore;

namespace Centra.Storage;

/// <summary>A version of a release in lists. Times are Unix milliseconds.</summary>
public sealed class ReleaseRow
{
    /// <summary>Request and version.</summary>
    public required string ReleaseKey { get; init; }

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The version.</summary>
    public long Version { get; init; }

    /// <summary>Name of its standing.</summary>
    public required string Standing { get; set; }

    /// <summary>Its manifest; null until it is built.</summary>
    public string? ManifestSha256 { get; set; }

    /// <summary>Rows of data.</summary>
    public long Rows { get; set; }

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; set; }

    /// <summary>Who ordered it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>When.</summary>
    public long PreparedAt { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When it was decided, or failed.</summary>
    public long? DecidedAt { get; set; }

    /// <summary>Why it was rejected; for a failed one, the code.</summary>
    public string? Reason { get; set; }
}

/// <summary>A download, or a look of a steward, in lists.</summary>
public sealed class DownloadRow
{
    /// <summary>Request and position.</summary>
    public required string DownloadKey { get; init; }

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The version of its release.</summary>
    public long Version { get; init; }

    /// <summary>Of what.</summary>
    public required string FileName { get; init; }

    /// <summary>The bytes asked for.</summary>
    public required string Bytes { get; init; }

    /// <summary>By whom.</summary>
    public required string UserId { get; init; }

    /// <summary>When, Unix milliseconds.</summary>
    public long At { get; init; }

    /// <summary>1: a steward looked at it.</summary>
    public long IsCheck { get; init; }
}

/// <summary>Maps the rows of releases.</summary>
internal static class ReleaseRows
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReleaseRow>().ToTable("release").HasKey(row => row.ReleaseKey);
        model.Entity<DownloadRow>().ToTable("release_download").HasKey(row => row.DownloadKey);
    }
}
