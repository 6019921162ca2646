using System.Collections.Immutable;
using Centra.Billing;

namespace Centra.Requests;

/// <summary>What is left of a request when its retention has ended: that it was, when, and how it ended. Pure. (Design: requests.md, "Retention".)</summary>
internal static class RemovalRules
{
    public const string Drafts = "drafts-one-year";
    public const string Applications = "applications-two-years";

    public const string Agreements = "agreements-six-years";

    /// <summary>Whether it is time, by which rule; null: not.</summary>
    public static string? Due(RequestState state, LedgerFacts? ledger, DateTimeOffset now) => state switch
    {
        { ContentRemovedAt: not null } => null,
        { Contract.AgreementVersion: > 0 } => state.HasEnded && LastEffect(state, ledger).AddYears(6) <= now ? Agreements : null,
        { Stage: RequestStage.Draft } when (state.EditedAt > state.StageSince ? state.EditedAt : state.StageSince).AddYears(1) <= now => Drafts,
        { Stage: RequestStage.Denied or RequestStage.Withdrawn or RequestStage.Unavailable or RequestStage.NotFulfilled } when state.StageSince.AddYears(2) <= now => Applications,
        _ => null,
    };

    public static Result<ImmutableArray<RequestEvent>> Remove(RequestState state, string rule, RequestFacts facts)
    {
        var now = facts.Now;
        if (Due(state, facts.Contract.Ledger, now) != rule)
            return DataRequestRefusal.RetentionHasNotEnded;
        var stage = state.Stage is RequestStage.Draft ? RequestStage.Withdrawn : state.Stage;
        return ImmutableArray.Create<RequestEvent>(new ContentRemoved(
            state.RequestId, state.Kind, state.ParentId, stage, state.Stage is RequestStage.Draft ? now : state.StageSince, state.CreatedAt, state.SubmittedAt, state.Pinned, rule, now));
    }

    // Money may move long after the end, and the term may end later than the use.
    private static DateTimeOffset LastEffect(RequestState state, LedgerFacts? ledger) =>
        new[] { state.StageSince, state.Contract.EndsAt ?? state.StageSince, ledger?.LastMovementAt ?? state.StageSince }.Max();

    public static RequestState Left(ContentRemoved removed) => RequestState.None with
    {
        RequestId = removed.RequestId,
        Kind = removed.Kind,
        ParentId = removed.ParentId,
        Stage = removed.Stage,
        StageSince = removed.StageSince,
        StageReason = "its retention has ended",
        CreatedAt = removed.CreatedAt,
        SubmittedAt = removed.SubmittedAt,
        Pinned = removed.Pinned,
        ContentRemovedAt = removed.At,
        Ball = "nobody",
    };
}
