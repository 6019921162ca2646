using System.Collections.Immutable;
using Centra.People;

namespace Centra.Releases;

/// <summary>The rules of releases: two stewards, exactly the files that were shown, the newest version only. Pure. (Design: requests.md.)</summary>
public static class ReleaseRules
{
    private const int LongestReason = 2000;
    private const int LongestRange = 100;

    /// <summary>Decides a command. Stage and part were checked by the request.</summary>
    public static Result<ImmutableArray<ReleaseEvent>> Decide(ReleaseState state, ReleaseCommand command, string actor, DateTimeOffset now) => command switch
    {
        BuildRelease build => OrderRules.WhatIsWrong(build.Extracts, build.Approved) is { } wrong
            ? wrong : Happens(new ReleaseOrdered(state.Versions.Length + 1, build.Extracts, build.Approved, actor, now)),
        PrepareRelease => ReleaseRefusal.NotTheServices,
        RecordBuild or RecordBuildFailure or RemoveRelease when actor != PersonRules.Host => ReleaseRefusal.NotTheServices,
        RecordBuild built => Building(state, built.Version) is { } refusal
            ? refusal : Happens(new ReleaseBuilt(built.Version, built.ManifestSha256, built.Files, built.Checks, now)),
        RecordBuildFailure failed => Building(state, failed.Version) is { } refusal
            ? refusal : Happens(new ReleaseBuildFailed(failed.Version, failed.Code, failed.Reason, now)),
        ApproveRelease approve => Approve(state, approve, actor, now),
        RejectRelease reject => Undecided(state, reject.Version) is { } refusal ? refusal
            : reject.Reason is not { Length: > 0 and <= LongestReason } || string.IsNullOrWhiteSpace(reject.Reason) ? ReleaseRefusal.ReasonIsMissing
            : Happens(new ReleaseRejected(reject.Version, reject.Reason, actor, now)),
        RecordDownload download => Download(state, download, actor, now),
        InspectFile inspect => state.Find(inspect.Version)?.File(inspect.FileName) is { } file
            ? Happens(new FileInspected(inspect.Version, file.Name, file.Sha256, actor, now)) : ReleaseRefusal.FileNotFound,
        RemoveRelease when state.Versions.IsEmpty => ReleaseRefusal.ReleaseNotFound,
        RemoveRelease remove => Happens(new ContentRemoved(remove.Rule, now)),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    /// <summary>What the request has to know.</summary>
    public static ReleaseFacts Facts(ReleaseState state) =>
        new(state.Newest is { Standing: ReleaseStanding.Approved }, state.Newest?.Version ?? 0, state.FirstDownloadAt,
            state.Newest?.Standing ?? ReleaseStanding.None, state.Newest?.PreparedBy ?? "");

    private static Result<ImmutableArray<ReleaseEvent>> Approve(ReleaseState state, ApproveRelease approve, string actor, DateTimeOffset now) =>
        Undecided(state, approve.Version) is { } refusal ? refusal
        : state.Newest!.PreparedBy == actor ? ReleaseRefusal.SecondPersonIsNeeded
        : state.Newest.ManifestSha256 != approve.ManifestSha256 ? ReleaseRefusal.ManifestIsAnother
        : !approve.HasNoActualKnowledge ? ReleaseRefusal.AttestationIsMissing
        : Happens(new ReleaseApproved(approve.Version, approve.ManifestSha256, actor, now));

    private static Result<ImmutableArray<ReleaseEvent>> Download(ReleaseState state, RecordDownload download, string actor, DateTimeOffset now) =>
        state.Newest is not { Standing: ReleaseStanding.Approved } newest ? ReleaseRefusal.ReleaseIsNotApproved
        : newest.File(download.FileName) is not { } file ? ReleaseRefusal.FileNotFound
        : download.Range is not { Length: <= LongestRange } ? ReleaseRefusal.RangeIsWrong
        : Happens(new FileDownloaded(newest.Version, file.Name, file.Sha256, download.Range, actor, now));

    private static Refusal? Building(ReleaseState state, int version) => Newest(state, version) ?? state.Newest!.Standing switch
    {
        ReleaseStanding.Building => null,
        _ => ReleaseRefusal.NothingIsToBeBuilt.Because(),
    };

    private static Refusal? Undecided(ReleaseState state, int version) => Newest(state, version) ?? state.Newest!.Standing switch
    {
        ReleaseStanding.Prepared => null,
        ReleaseStanding.Building or ReleaseStanding.Failed => ReleaseRefusal.ReleaseIsNotPrepared.Because(),
        _ => ReleaseRefusal.ReleaseIsDecidedAlready.Because(),
    };

    private static Refusal? Newest(ReleaseState state, int version) =>
        state.Find(version) is null ? ReleaseRefusal.ReleaseNotFound.Because()
        : version != state.Versions.Length ? ReleaseRefusal.ReleaseIsSuperseded.Because()
        : null;

    private static ImmutableArray<ReleaseEvent> Happens(ReleaseEvent happened) => [happened];
}
