using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Using the data: who may download, reports, pauses, the end. Pure.</summary>
internal static class AccessRules
{
    private const int TrainingMonths = 12;

    /// <summary>
    /// Why somebody may not download now; null: they may. The first of the invariants of requests.md: asked before every byte, with what
    /// agreement, ledger and release say at that moment.
    /// </summary>
    public static Refusal? DownloadObstacle(RequestState state, RequestFacts facts)
    {
        var member = state.Application.Find(facts.Actor.UserId);
        var agreement = facts.Contract.Agreement;
        DataRequestRefusal? why =
            state.Stage is not RequestStage.Active ? DataRequestRefusal.StageDoesNotAllowThis
            : member is null ? DataRequestRefusal.NotTheCallersPart
            : state.Pause is not null ? DataRequestRefusal.AccessIsPaused
            : state.SupersededBy is not null ? DataRequestRefusal.RequestIsSuperseded
            : state.Contract.Destruction is not null ? DataRequestRefusal.DataAreDestroyed
            : agreement is not { IsFullyExecuted: true } || agreement.Version != state.Contract.ExecutedVersion || agreement.Sha256 != state.Contract.ExecutedSha256 ? DataRequestRefusal.AgreementIsNotExecuted
            : state.Contract.EndsAt is not { } ends || ends <= facts.Now ? DataRequestRefusal.AgreementHasEnded
            : !facts.Contract.IsSettled ? DataRequestRefusal.FeeIsNotSettled
            : facts.Contract.Release is not { IsApproved: true } release || release.Version != state.Contract.ReleaseVersion ? DataRequestRefusal.ReleaseIsMissing
            : member.AcceptedVersion != state.Contract.ExecutedVersion ? DataRequestRefusal.TermsAreNotAccepted
            : facts.Actor.TrainedOn is not { } trained || trained.AddMonths(TrainingMonths) < DateOnly.FromDateTime(facts.Now.UtcDateTime) ? DataRequestRefusal.TrainingHasLapsed
            : null;
        return why?.Because();
    }

    public static Result<ImmutableArray<RequestEvent>> Report(RequestState state, ReportKind kind, string? text, RequestFacts facts)
    {
        if (ReportObstacle(state, kind) is { } refusal)
            return refusal;
        if (text is not { Length: > 0 })
            return DataRequestRefusal.TextIsMissing;
        var reported = new Reported(new Report(kind, text, facts.Actor.UserId, facts.Now));
        return kind is ReportKind.Incident && state.Stage is RequestStage.Active && state.Pause is null
            ? ImmutableArray.Create<RequestEvent>(reported, new AccessPaused(new AccessPause(facts.Actor.UserId, "an incident was reported", facts.Now)))
            : Happens(reported);
    }

    /// <summary>Reports are about data that were downloaded. Who has another thing to tell hears whom to tell it.</summary>
    public static Refusal? ReportObstacle(RequestState state, ReportKind kind) =>
        state.Contract.FirstDownloadAt is not null ? null
        : kind is ReportKind.Incident ? DataRequestRefusal.NothingWasDownloaded.Because(
            "Nothing of this request was downloaded yet, so no incident can be about its data. If something else is amiss with the society's data, tell the request managers who wrote to you about this request, at once.")
        : DataRequestRefusal.NothingWasDownloaded.Because();

    public static Result<ImmutableArray<RequestEvent>> Pause(RequestState state, string? reason, RequestFacts facts) =>
        string.IsNullOrWhiteSpace(reason) ? DataRequestRefusal.ReasonIsMissing
        : state.Pause is not null ? DataRequestRefusal.AccessIsPaused
        : Happens(new AccessPaused(new AccessPause(facts.Actor.UserId, reason, facts.Now)));

    public static Result<ImmutableArray<RequestEvent>> Resume(RequestState state, string? reason, RequestFacts facts) =>
        string.IsNullOrWhiteSpace(reason) ? DataRequestRefusal.ReasonIsMissing
        : state.Pause is null ? DataRequestRefusal.AccessIsNotPaused
        : facts.Contract.Ledger is { HasUnresolvedReversal: true } ? DataRequestRefusal.FeeIsNotSettled
        : Happens(new AccessResumed(reason, facts.Now));

    public static Result<ImmutableArray<RequestEvent>> Revoke(string? reason, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(reason) ? DataRequestRefusal.ReasonIsMissing : Happens(new StageEntered(RequestStage.Revoked, reason, now));

    public static Result<ImmutableArray<RequestEvent>> Attest(AttestDestruction attest, DateTimeOffset now) =>
        attest.Certificate is not { Length: > 0 } ? DataRequestRefusal.TextIsMissing : Happens(new DestructionAttested(attest.Certificate, now));

    public static Result<ImmutableArray<RequestEvent>> CloseOut(RequestState state, CloseOut closing, RequestFacts facts) =>
        closing.Report is not { Length: > 0 } ? DataRequestRefusal.TextIsMissing
        : state.Contract.Destruction is null ? DataRequestRefusal.DestructionIsNotAttested
        : ImmutableArray.Create<RequestEvent>(new Reported(new Report(ReportKind.Final, closing.Report, facts.Actor.UserId, facts.Now)), new ClosedOut(facts.Now));

    public static Result<ImmutableArray<RequestEvent>> AcceptCloseOut(RequestState state, DateTimeOffset now) =>
        state.Contract.IsClosedOut ? Happens(new StageEntered(RequestStage.Closed, "closed out", now)) : DataRequestRefusal.RequestIsNotClosedOut;

    public static Result<ImmutableArray<RequestEvent>> Supersede(RequestState state, string by, DateTimeOffset now) =>
        state.SupersededBy is not null ? ImmutableArray<RequestEvent>.Empty
        : ImmutableArray.Create<RequestEvent>(new Superseded(by), new StageEntered(RequestStage.Closed, "another request is in force in place of it", now));

    /// <summary>Why it cannot be amended or renewed now; null: it can.</summary>
    public static Refusal? ChildObstacle(RequestState state, RequestKind kind, RequestFacts facts)
    {
        if (state.SupersededBy is not null)
            return DataRequestRefusal.RequestIsSuperseded.Because();
        if (kind is not RequestKind.Renewal)
            return null;
        return facts.Rules is { Levels: var levels } && state.Contract.EndsAt is { } ends
            && facts.Now >= ends.AddDays(-levels.RenewFromDays) && facts.Now <= ends.AddDays(levels.RenewUntilDays)
            ? null : DataRequestRefusal.RenewalIsNotPossibleNow.Because();
    }

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
