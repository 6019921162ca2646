using static Centra.Requests.RequestParts;

namespace Centra.Requests;

/// <summary>What an actor is to a request, from the request itself, their roles, and the committee.</summary>
public static class RequestPartsOf
{
    /// <summary>All of it.</summary>
    public static RequestParts Actor(RequestState state, RequestFacts facts)
    {
        var actor = facts.Actor;
        if (actor.IsService)
            return Service;
        var parts = Team(state.Application.Find(actor.UserId)) | Roles(actor);
        if (state.Review.Find(actor.UserId) is not null && actor.Roles.Contains(People.Roles.Reviewer))
            parts |= Reviewer;
        if (actor.Roles.Contains(People.Roles.Chair) && (facts.Committee?.Leads(actor.UserId) ?? false))
            parts |= Chair;
        if (actor.Roles.Contains(People.Roles.SigningOfficial) && actor.IsOfficial)
            parts |= SigningOfficial;
        return parts;
    }

    private static RequestParts Team(TeamMember? member) => member?.Part switch
    {
        TeamPart.PrincipalInvestigator => PrincipalInvestigator | Applicant | Member,
        TeamPart.Delegate => Applicant | Member,
        TeamPart.Member => Member,
        _ => RequestParts.None,
    };

    private static RequestParts Roles(ActorFacts actor) => actor.Roles.Aggregate(RequestParts.None, (parts, role) => parts | role switch
    {
        People.Roles.Applicant => Writer,
        People.Roles.RequestManager => Manager,
        People.Roles.SocietySignatory => Signatory,
        People.Roles.Finance => Finance,
        People.Roles.DataSteward => Steward,
        People.Roles.Auditor => Auditor,
        _ => RequestParts.None,
    });
}
