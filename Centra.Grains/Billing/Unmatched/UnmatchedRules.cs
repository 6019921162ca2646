using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>The rules of messages that belonged nowhere. Pure.</summary>
public static class UnmatchedRules
{
    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<UnmatchedEvent>> Decide(UnmatchedState state, UnmatchedCommand command, string actor, DateTimeOffset now) => (command, state.Standing) switch
    {
        (KeepUnmatched keep, UnmatchedStanding.None) => Happens(new UnmatchedKept(keep.Told, keep.Why, now)),
        (KeepUnmatched, _) => ImmutableArray<UnmatchedEvent>.Empty,
        (_, UnmatchedStanding.None) => UnmatchedRefusal.UnmatchedNotFound,
        (AssignUnmatched assign, UnmatchedStanding.Assigned) when assign.InvoiceNumber == state.AssignedTo => ImmutableArray<UnmatchedEvent>.Empty,
        (_, not UnmatchedStanding.Open) => UnmatchedRefusal.UnmatchedIsDecided,
        (ClaimUnmatched claim, _) => state.AssignedTo is null
            ? Happens(new UnmatchedClaimed(claim.InvoiceNumber))
            : claim.InvoiceNumber == state.AssignedTo ? ImmutableArray<UnmatchedEvent>.Empty : UnmatchedRefusal.UnmatchedIsClaimed,
        (FreeUnmatched, _) => state.AssignedTo is null ? ImmutableArray<UnmatchedEvent>.Empty : Happens(new UnmatchedFreed()),
        (AssignUnmatched assign, _) => Happens(new UnmatchedAssigned(assign.InvoiceNumber, actor, now)),
        (DismissUnmatched, _) when state.AssignedTo is not null => UnmatchedRefusal.UnmatchedIsClaimed,
        (DismissUnmatched dismiss, _) => EntryRules.IsReason(dismiss.Reason)
            ? Happens(new UnmatchedDismissed(dismiss.Reason.Trim(), actor, now))
            : UnmatchedRefusal.DismissalNeedsAReason,
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name} in {state.Standing}."),
    };

    /// <summary>The state after an event.</summary>
    public static UnmatchedState Apply(UnmatchedState state, UnmatchedEvent happened) => happened switch
    {
        UnmatchedKept kept => UnmatchedState.None with { Told = kept.Told, Why = kept.Why, ReceivedAt = kept.At, Standing = UnmatchedStanding.Open },
        UnmatchedClaimed claimed => state with { AssignedTo = claimed.InvoiceNumber },
        UnmatchedFreed => state with { AssignedTo = null },
        UnmatchedAssigned assigned => state with { Standing = UnmatchedStanding.Assigned, AssignedTo = assigned.InvoiceNumber, DecidedBy = assigned.By, DecidedAt = assigned.At },
        UnmatchedDismissed dismissed => state with { Standing = UnmatchedStanding.Dismissed, Reason = dismissed.Reason, DecidedBy = dismissed.By, DecidedAt = dismissed.At },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static ImmutableArray<UnmatchedEvent> Happens(UnmatchedEvent happened) => [happened];
}
