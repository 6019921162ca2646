using System.Globalization;
using Centra.Releases;

namespace Centra.Api.Portal;

/// <summary>Releases in words.</summary>
public static class ReleaseWords
{
    /// <summary>How a version stands.</summary>
    public static string Standing(ReleaseStanding standing) => standing switch
    {
        ReleaseStanding.Building => "being made",
        ReleaseStanding.Prepared => "made and checked, waits for a second steward",
        ReleaseStanding.Approved => "approved",
        ReleaseStanding.Rejected => "rejected",
        ReleaseStanding.Failed => "could not be made",
        ReleaseStanding.Superseded => "replaced by a newer one",
        _ => "",
    };

    /// <summary>A size for people.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.0} GB"),
    };
}
