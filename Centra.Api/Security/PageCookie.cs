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

    /// <summary>Where pages send whoever has to choose a password first.</summary>
    public const string PasswordPath = "/account/password";

    /// <summary>That page, which leads on to another one.</summary>
    public static string PasswordAddress(string next) => $"{PasswordPath}{QueryString.Create("returnUrl", next)}";

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
        options.Events.OnRedirectToAccessDenied = DenyAsync;
    }

    // A one-time password opens one page, and that is where everything leads.
    private static Task DenyAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        context.Response.Redirect(SignedInPeople.HasOneTimePassword(context.HttpContext.User)
            ? PasswordAddress(HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : "/")
            : context.RedirectUri);
        return Task.CompletedTask;
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
