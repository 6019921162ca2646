using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Reviews;

/// <summary>The rules of who is in a committee. Pure. Who decides does not evaluate, so a person has one part. (Design: requests.md, "Decide".)</summary>
public static class CommitteeSeats
{
    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<CommitteeEvent>> Decide(string committeeId, CommitteeState state, CommitteeCommand command, CommitteeFacts facts, DateTimeOffset now) => command switch
    {
        FoundCommittee when !Keys.IsKey(committeeId) => ReviewRefusal.CommitteeIdIsWrong,
        FoundCommittee { Name: not { Length: > 0 and <= 200 } } => ReviewRefusal.CommitteeNameIsWrong,
        FoundCommittee when state.IsFounded => ReviewRefusal.CommitteeIsFoundedAlready,
        FoundCommittee found => Happens(new CommitteeFounded(found.Name, now)),
        _ when !state.IsFounded => ReviewRefusal.CommitteeNotFound,
        AppointChair chair => Seat(state, chair.UserId, state.ChairId == chair.UserId, facts, new ChairAppointed(chair.UserId)),
        AppointDeputy deputy => Seat(state, deputy.UserId, state.DeputyIds.Contains(deputy.UserId), facts, new DeputyAppointed(deputy.UserId)),
        AddMember member => Seat(state, member.UserId, state.MemberIds.Contains(member.UserId), facts, new MemberAdded(member.UserId)),
        RemoveMember remove when !state.Has(remove.UserId) || remove.UserId == state.ChairId => ReviewRefusal.MemberNotFound,
        RemoveMember remove => Happens(new MemberRemoved(remove.UserId)),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    /// <summary>The state after an event.</summary>
    public static CommitteeState Apply(CommitteeState state, CommitteeEvent happened) => happened switch
    {
        CommitteeFounded founded => state with { Name = founded.Name },
        ChairAppointed chair => state with { ChairId = chair.UserId },
        DeputyAppointed deputy => state with { DeputyIds = state.DeputyIds.Add(deputy.UserId) },
        MemberAdded member => state with { MemberIds = state.MemberIds.Add(member.UserId) },
        MemberRemoved removed => state with { DeputyIds = state.DeputyIds.Remove(removed.UserId), MemberIds = state.MemberIds.Remove(removed.UserId) },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<CommitteeEvent>> Seat(CommitteeState state, string userId, bool isSeated, CommitteeFacts facts, CommitteeEvent seated) =>
        isSeated ? ImmutableArray<CommitteeEvent>.Empty
        : !facts.HasTheRole ? ReviewRefusal.PersonLacksTheRole
        : state.Has(userId) ? ReviewRefusal.PersonHasAnotherPart
        : Happens(seated);

    private static ImmutableArray<CommitteeEvent> Happens(CommitteeEvent happened) => [happened];
}
