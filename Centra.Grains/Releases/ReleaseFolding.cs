namespace Centra.Releases;

/// <summary>How a release follows from what happened to it. Pure.</summary>
public static class ReleaseFolding
{
    // A state that grew with every download would make each download slower than the last; the read model keeps all of them.
    private const int DownloadsKept = 100;

    /// <summary>The state after an event.</summary>
    public static ReleaseState Apply(ReleaseState state, ReleaseEvent happened) => happened switch
    {
        ReleaseOrdered ordered => Order(state, ordered),
        ReleaseBuilt built => Change(state, built.Version, version => version with
        {
            Standing = ReleaseStanding.Prepared, ManifestSha256 = built.ManifestSha256, Files = built.Files, Checks = built.Checks,
        }),
        ReleaseBuildFailed failed => Change(state, failed.Version, version => version with { Standing = ReleaseStanding.Failed, Reason = failed.Reason }),
        ReleaseApproved approved => Change(state, approved.Version, version => version with { Standing = ReleaseStanding.Approved, DecidedBy = approved.By }),
        ReleaseRejected rejected => Change(state, rejected.Version, version => version with { Standing = ReleaseStanding.Rejected, DecidedBy = rejected.By, Reason = rejected.Reason }),
        FileDownloaded file => Add(state, new DownloadView(file.By, file.FileName, file.Range, file.At, file.Version, IsCheck: false)) with { FirstDownloadAt = state.FirstDownloadAt ?? file.At },
        FileInspected file => Add(state, new DownloadView(file.By, file.FileName, "0-", file.At, file.Version, IsCheck: true)),
        ContentRemoved => ReleaseState.None,
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static ReleaseState Order(ReleaseState state, ReleaseOrdered ordered) => state with
    {
        Versions = [.. state.Versions.Select(Supersede), new VersionState
        {
            Version = ordered.Version,
            Standing = ReleaseStanding.Building,
            Extracts = ordered.Extracts,
            Approved = ordered.Approved,
            PreparedBy = ordered.By,
            PreparedAt = ordered.At,
        }],
    };

    private static VersionState Supersede(VersionState version) => version.Standing is ReleaseStanding.Building or ReleaseStanding.Prepared or ReleaseStanding.Approved
        ? version with { Standing = ReleaseStanding.Superseded }
        : version;

    private static ReleaseState Change(ReleaseState state, int version, Func<VersionState, VersionState> change) =>
        state with { Versions = state.Versions.SetItem(version - 1, change(state.Versions[version - 1])) };

    private static ReleaseState Add(ReleaseState state, DownloadView download) =>
        state with { Downloads = [.. state.Downloads.TakeLast(DownloadsKept - 1), download] };
}
