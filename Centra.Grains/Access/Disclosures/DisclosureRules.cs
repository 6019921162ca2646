using System.Collections.Immutable;

namespace Centra.Access;

/// <summary>The rules of disclosures. Pure. (Design: opt-out.md, "Looking"; 45 CFR 164.528.)</summary>
public static class DisclosureRules
{
    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<DisclosureEvent>> Decide(DisclosureState state, DisclosureCommand command, string officer, DateTimeOffset now) => (command, state.Stage) switch
    {
        (ProposeDisclosure propose, DisclosureStage.None) when IsIncomplete(propose) => AccessRefusal.DisclosureIsIncomplete,
        (ProposeDisclosure propose, DisclosureStage.None) => Happens(new DisclosureProposed(propose.PracticeId, propose.Basis, propose.OrderSha256, officer, now)),
        (ProposeDisclosure, _) => ImmutableArray<DisclosureEvent>.Empty,
        (_, DisclosureStage.None) => AccessRefusal.DisclosureNotFound,
        (ApproveDisclosure, DisclosureStage.Proposed) when state.ProposedBy == officer => AccessRefusal.SecondOfficerApproves,
        (ApproveDisclosure, DisclosureStage.Proposed) => Happens(new DisclosureApproved(officer, now)),
        (ApproveDisclosure, _) => ImmutableArray<DisclosureEvent>.Empty,
        (DeliverDisclosure, DisclosureStage.Proposed) => AccessRefusal.DisclosureIsNotApproved,
        (DeliverDisclosure, DisclosureStage.Approved) => Happens(new DisclosureDelivered(officer, now)),
        (DeliverDisclosure, _) => ImmutableArray<DisclosureEvent>.Empty,
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name} in {state.Stage}."),
    };

    /// <summary>The state after an event.</summary>
    public static DisclosureState Apply(DisclosureState state, DisclosureEvent happened) => happened switch
    {
        DisclosureProposed proposed => new DisclosureState(DisclosureStage.Proposed, proposed.PracticeId, proposed.Basis, proposed.OrderSha256, proposed.By, proposed.At, null, null),
        DisclosureApproved approved => state with { Stage = DisclosureStage.Approved, ApprovedBy = approved.By, ApprovedAt = approved.At },
        DisclosureDelivered => state with { Stage = DisclosureStage.Delivered },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static bool IsIncomplete(ProposeDisclosure propose) =>
        propose.Basis is not (DisclosureBasis.Law or DisclosureBasis.Authorization)
        || propose.OrderSha256.Length != 64 || !propose.OrderSha256.All(char.IsAsciiHexDigit);

    private static ImmutableArray<DisclosureEvent> Happens(DisclosureEvent happened) => [happened];
}
