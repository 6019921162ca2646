using System.Collections.Immutable;

namespace Centra.Releases;

/// <summary>A release, as its rules see it.</summary>
/// <param name="Versions">Oldest first.</param>
/// <param name="Downloads">The last ones.</param>
/// <param name="FirstDownloadAt">When a member first downloaded something.</param>
public sealed record ReleaseState(ImmutableArray<VersionState> Versions, ImmutableArray<DownloadView> Downloads, DateTimeOffset? FirstDownloadAt)
{
    /// <summary>Before anything was ordered.</summary>
    public static ReleaseState None { get; } = new([], [], null);

    /// <summary>The version that counts.</summary>
    public VersionState? Newest => Versions.LastOrDefault();

    /// <summary>A version by its number.</summary>
    public VersionState? Find(int version) => version >= 1 && version <= Versions.Length ? Versions[version - 1] : null;
}

/// <summary>A version of a release. Every part has a value from the beginning, so that older stored forms load.</summary>
public sealed record VersionState
{
    /// <summary>1 for the first.</summary>
    public int Version { get; init; }

    /// <summary>How it stands.</summary>
    public ReleaseStanding Standing { get; init; }

    /// <summary>What was ordered.</summary>
    public ImmutableArray<ExtractOrder> Extracts { get; init; } = [];

    /// <summary>What was approved then.</summary>
    public ImmutableArray<ApprovedDataset> Approved { get; init; } = [];

    /// <summary>Who ordered it.</summary>
    public string PreparedBy { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset PreparedAt { get; init; }

    /// <summary>SHA-256 of its manifest.</summary>
    public string ManifestSha256 { get; init; } = "";

    /// <summary>Its files.</summary>
    public ImmutableArray<ReleaseFile> Files { get; init; } = [];

    /// <summary>What the checks found.</summary>
    public ImmutableArray<ExtractCheck> Checks { get; init; } = [];

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>A file by its name.</summary>
    public ReleaseFile? File(string name) => Files.FirstOrDefault(file => file.Name == name);
}

/// <summary>A release as it is stored.</summary>
public sealed record ReleaseRecord
{
    /// <summary>Versions, oldest first.</summary>
    public VersionState[]? Versions { get; init; }

    /// <summary>The last downloads.</summary>
    public DownloadView[]? Downloads { get; init; }

    /// <summary>When something was first downloaded.</summary>
    public DateTimeOffset? FirstDownloadAt { get; init; }
}
