using Centra.Api.Http;
using Centra.Practices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Centra.Api.Security;

/// <summary>Authentication and authorization. Secure by default: a route without a policy is refused to everybody.</summary>
internal static class SecurityServices
{
    public static IServiceCollection AddCentraSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(ApiKeyAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null);
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        foreach (var (name, rule) in PolicyTable.All)
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Passes(context, rule)));
        return services;
    }

    private static bool Passes(AuthorizationHandlerContext context, PolicyRule rule) =>
        rule.Roles.Any(role => context.User.IsInRole(role) && (role != Roles.ProviderAgent || context.User.HasClaim(claim => claim.Type == Caller.PracticeClaim)))
        || (rule.Scope is not KeyScopes.None && context.User.HasClaim(PolicyTable.ScopeClaim, rule.Scope.ToString()));
}
