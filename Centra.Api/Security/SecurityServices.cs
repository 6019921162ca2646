using Centra.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Centra.Api.Security;

/// <summary>Authentication and authorization. Secure by default: a route without a policy is refused to everybody.</summary>
internal static class SecurityServices
{
    public static IServiceCollection AddCentraSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(Schemes.Default)
            .AddPolicyScheme(Schemes.Default, null, options => options.ForwardDefaultSelector = Schemes.Of)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null)
            .AddScheme<AuthenticationSchemeOptions, PersonAuthentication>(Schemes.Person, null)
            .AddBearerToken(Schemes.Token, options => options.BearerTokenExpiration = PageCookie.Lasts)
            .AddCookie(Schemes.Page, PageCookie.Configure);
        services.AddSingleton<SignedInPeople>();
        // Secure where the cookie of pages is: the same answer to whether this came by https.
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("centra-form", PageCookie.Secure));
        AddPolicies(services.AddAuthorizationBuilder());
        AddSessionKeys(services);
        return services;
    }

    // The fallback is for routes that forgot to say who may: nobody. What is no route at all only answers 404, 405 or 415.
    private static void AddPolicies(AuthorizationBuilder authorization)
    {
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build());
        foreach (var (name, rule) in PolicyTable.All)
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => PolicyCheck.Passes(context.User, rule)));
    }

    private static void AddSessionKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("centra");
        services.AddSingleton<SessionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<SessionKeys>()));
    }
}
