using Centra.Api.Portal;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Security;

/// <summary>
/// How callers prove who they are. The interface under /api takes what stands in the Authorization header and never a cookie, so that no
/// other site can make a browser send commands; pages take the cookie and check an anti-forgery token.
/// </summary>
internal static class Schemes
{
    /// <summary>Chooses one of the others by the request.</summary>
    public const string Default = "Centra";

    /// <summary>A person's token, checked against what holds now.</summary>
    public const string Person = "Person";

    /// <summary>A person's token as it was issued.</summary>
    public const string Token = "PersonToken";

    /// <summary>A person's cookie.</summary>
    public const string Page = "Page";

    private const string Bearer = "Bearer ";

    /// <summary>The scheme that a request is for. A page's form brings the cookie; its anti-forgery token was checked before it became a command.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Features.Get<FormCall>() is not null || context.Features.Get<ReadCall>() is not null)
            return Page;
        var header = context.Request.Headers[HeaderNames.Authorization].ToString();
        if (header.StartsWith(Bearer + ApiKeys.Prefix, StringComparison.OrdinalIgnoreCase))
            return ApiKeyAuthentication.Name;
        return header.Length > 0 || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Person : Page;
    }
}
