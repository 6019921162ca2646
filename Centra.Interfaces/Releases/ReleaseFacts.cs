using Orleans;

namespace Centra.Releases;

/// <summary>What the request has to know of its release.</summary>
/// <param name="IsApproved">Whether the newest version is approved.</param>
/// <param name="Version">The newest version; 0: none.</param>
/// <param name="FirstDownloadAt">When something was first downloaded.</param>
/// <param name="Standing">How the newest version stands; None: there is none, or it is not said.</param>
/// <param name="PreparedBy">Who ordered it.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.facts")]
public sealed record ReleaseFacts(
    [property: Id(0)] bool IsApproved, [property: Id(1)] int Version, [property: Id(2)] DateTimeOffset? FirstDownloadAt,
    [property: Id(3)] ReleaseStanding Standing = ReleaseStanding.None, [property: Id(4)] string PreparedBy = "");
