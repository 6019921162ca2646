using System.Globalization;
using Centra.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Centra.Api.Security;

/// <summary>The cookie of pages. What it says is checked on every request, as with tokens.</summary>
internal static class PageCookie
{
    /// <summary>How long a person stays signed in without doing anything.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long a person stays signed in at most: a working day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>The header of a page that asks by itself whether something is new. That nobody asked for it is no sign that somebody is there.</summary>
    public const string AsksByItself = "Centra-Live";

    /// <summary>Behind https, as a trusted proxy says; not on a developer's plain loopback.</summary>
    public const CookieSecurePolicy Secure = CookieSecurePolicy.SameAsRequest;

    private const string Until = "centra:until";
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

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
        options.Cookie.SecurePolicy = Secure;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = "/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = CheckAsync;
        options.Events.OnCheckSlidingExpiration = SlideAsync;
        options.Events.OnRedirectToAccessDenied = DenyAsync;
    }

    /// <summary>Begins a session.</summary>
    public static Task SignInAsync(HttpContext http, User user, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var session = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Idle };
        session.Items[Until] = (now + Lasts).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return http.SignInAsync(Schemes.Page, SignedInPeople.Ticket(user), session);
    }

    private static Task SlideAsync(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime > Often && !context.Request.Headers.ContainsKey(AsksByItself);
        return Task.CompletedTask;
    }

    private static bool IsOver(CookieValidatePrincipalContext context) =>
        !long.TryParse(context.Properties.Items.TryGetValue(Until, out var until) ? until : null, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
        || context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds() >= ms;

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
        if (!IsOver(context) && await people.CheckAsync(context.Principal!) is { } person)
        {
            context.ReplacePrincipal(person);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Page);
    }
}
