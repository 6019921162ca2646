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
}
