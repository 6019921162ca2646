using System.Collections.Immutable;

namespace Centra.People;

/// <summary>Who gets which role. Pure. Granting a role takes two operators, taking it away one.</summary>
internal static class RoleRules
{
    public static Result<ImmutableArray<PersonEvent>> Propose(PersonState state, string role, string actor, PersonFacts facts, DateTimeOffset now)
    {
        if (!Roles.All.Contains(role))
            return PersonRefusal.RoleIsUnknown;
        if (state.Roles.Contains(role) || state.Proposals.Any(known => known.Role == role))
            return ImmutableArray<PersonEvent>.Empty;
        if (Obstacle(state, role) is { } refusal)
            return refusal;
        return OneIsEnough(role, actor, facts)
            ? Happens(new RoleGranted(role, actor, null))
            : Happens(new RoleProposed(role, actor, now));
    }

    public static Result<ImmutableArray<PersonEvent>> Approve(PersonState state, string role, string actor)
    {
        if (state.Roles.Contains(role))
            return ImmutableArray<PersonEvent>.Empty;
        if (state.Proposals.FirstOrDefault(known => known.Role == role) is not { } proposal)
            return PersonRefusal.RoleWasNotProposed;
        if (proposal.ProposedBy == actor)
            return PersonRefusal.SecondOperatorIsNeeded;
        return Obstacle(state, role) is { } refusal ? refusal : Happens(new RoleGranted(role, proposal.ProposedBy, actor));
    }

    public static Result<ImmutableArray<PersonEvent>> Remove(PersonState state, string role) =>
        state.Roles.Contains(role) ? Happens(new RoleRemoved(role))
        : state.Proposals.Any(known => known.Role == role) ? Happens(new RoleProposalDropped(role))
        : ImmutableArray<PersonEvent>.Empty;

    public static PersonState Without(PersonState state, string proposed) => state with { Proposals = state.Proposals.RemoveAll(known => known.Role == proposed) };

    // A new installation has one operator, so nobody could approve a second one: the first that is added is granted alone. It counts who ever
    // was an operator, so that one operator cannot become the only one again by disabling the others, and then add whom they like.
    private static bool OneIsEnough(string role, string actor, PersonFacts facts) =>
        actor == PersonRules.Host || (role == Roles.Operator && facts.OperatorsEver <= 1);

    private static Refusal? Obstacle(PersonState state, string role)
    {
        if (role == Roles.ProviderAgent && state.PracticeId is null)
            return PersonRefusal.PracticeIsNeeded.Because();
        var isAlone = state.Roles.IsEmpty || (!Roles.HeldAlone.Contains(role) && !state.Roles.Any(Roles.HeldAlone.Contains));
        var isOutside = state.PracticeId is null || !Roles.OfSociety.Contains(role);
        return isAlone && isOutside ? null : PersonRefusal.RolesAreIncompatible.Because();
    }

    private static ImmutableArray<PersonEvent> Happens(PersonEvent happened) => [happened];
}
