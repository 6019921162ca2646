using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Who is on the team. Pure.</summary>
internal static class TeamRules
{
    private const int Most = 100;

    public static Result<ImmutableArray<RequestEvent>> Add(RequestState state, AddTeamMember add, RequestFacts facts) =>
        add.Part is not (TeamPart.Delegate or TeamPart.Member) || add.Name is not { Length: > 0 } ? DataRequestRefusal.PartIsWrong
        : !facts.IsPersonKnown ? DataRequestRefusal.UserIsUnknown
        : !facts.IsInstitutionKnown ? DataRequestRefusal.InstitutionIsUnknown
        : state.Application.Find(add.UserId) is not null || state.Application.Team.Length >= Most ? DataRequestRefusal.MemberIsOnTheTeamAlready
        : Happens(new TeamMemberAdded(new TeamMember(add.UserId, add.Name, add.InstitutionId, add.Part, facts.Now)));

    public static Result<ImmutableArray<RequestEvent>> Remove(RequestState state, string userId, DateTimeOffset now) => state.Application.Find(userId) switch
    {
        null => DataRequestRefusal.MemberNotFound,
        { Part: TeamPart.PrincipalInvestigator } => DataRequestRefusal.PrincipalInvestigatorIsNeeded,
        _ => Happens(new TeamMemberRemoved(userId, now)),
    };

    public static Result<ImmutableArray<RequestEvent>> Change(RequestState state, string userId) => state.Application.Find(userId) switch
    {
        null => DataRequestRefusal.MemberNotFound,
        { Part: TeamPart.PrincipalInvestigator } => ImmutableArray<RequestEvent>.Empty,
        { } member => Happens(new PrincipalInvestigatorChanged(state.Application.PrincipalInvestigator?.UserId ?? "", userId, member.Name, member.InstitutionId)),
    };

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
