using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Centra.Api.Security;

/// <summary>The cookie of pages. What it says is checked on every request, as with tokens.</summary>
internal static class PageCookie
{
    /// <summary>How long a person stays signed in: a working day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>Where pages send whoever has to sign in.</summary>
    public const string SignInPath = "/sign-in";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "centra";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lasts;
        options.SlidingExpiration = false;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = "/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = CheckAsync;
    }

    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var people = context.HttpContext.RequestServices.GetRequiredService<SignedInPeople>();
        if (await people.CheckAsync(context.Principal!) is { } person)
        {
            context.ReplacePrincipal(person);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Page);
    }
}
