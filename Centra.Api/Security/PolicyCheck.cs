using System.Security.Claims;
using Centra.Api.Http;
using Centra.Practices;

namespace Centra.Api.Security;

/// <summary>Whether a principal passes a rule of the <see cref="PolicyTable"/>.</summary>
internal static class PolicyCheck
{
    public static bool Passes(ClaimsPrincipal principal, PolicyRule rule)
    {
        var isPerson = principal.Identity is { IsAuthenticated: true, AuthenticationType: Schemes.Person };
        if (isPerson && principal.HasClaim(claim => claim.Type == SignedInPeople.OneTimeClaim))
            return rule.WithOneTimePassword;
        return (isPerson && rule.AnyPerson) || rule.Roles.Any(role => Holds(principal, role))
            || (rule.Scope is not KeyScopes.None && principal.HasClaim(PolicyTable.ScopeClaim, rule.Scope.ToString()));
    }

    // A practice's agent without a practice would be taken for staff, who see all practices.
    private static bool Holds(ClaimsPrincipal principal, string role) =>
        principal.IsInRole(role) && (role != Roles.ProviderAgent || principal.HasClaim(claim => claim.Type == Caller.PracticeClaim));
}
