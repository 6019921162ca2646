using System.Security.Claims;
using Centra.Api.Http;
using Microsoft.AspNetCore.Antiforgery;

namespace Centra.Api.Pages;

/// <summary>Who looks at a page: what the frame shows of them, and the token that their forms carry.</summary>
public sealed record Visitor(string Path, string? Name, IReadOnlyList<(string Text, string Link)> Links, string TokenField, string? Token)
{
    /// <summary>Read by minimal APIs for a parameter of this type.</summary>
    public static ValueTask<Visitor> BindAsync(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return ValueTask.FromResult(new Visitor(
            context.Request.Path, context.User.FindFirstValue(ClaimTypes.Name), [.. LinksOf(context.User)], tokens.FormFieldName, tokens.RequestToken));
    }

    private static IEnumerable<(string, string)> LinksOf(ClaimsPrincipal user)
    {
        yield return ("How to opt out", "/opt-out");
        if (user.IsInRole(Roles.ProviderAgent) && user.HasClaim(claim => claim.Type == Caller.PracticeClaim))
        {
            yield return ("Your practice", "/practice");
            yield return ("Opt a patient out", "/practice/opt-out");
        }
        if (user.IsInRole(Roles.PrivacyOfficer))
            yield return ("Review lane", "/review-lane");
        if (user.Identity?.IsAuthenticated ?? false)
            yield return ("Your account", "/account");
    }
}
