using Centra.Api.Portal;
using Centra.Api.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.People;

/// <summary>Signing in and out of pages by forms. The page with the form puts an anti-forgery token into it.</summary>
internal static class PageSignIn
{
    public static void MapPageSignIn(this IEndpointRouteBuilder app)
    {
        app.MapPost(PageCookie.SignInPath, SignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", (Delegate)SignOutAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<RedirectHttpResult> SignInAsync([FromForm] SignInForm form, HttpContext http, SignIns signIns, TimeProvider clock)
    {
        var answer = await signIns.CheckAsync(form.Email, form.Password, form.Totp, http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (answer.User is not { } user)
            return TypedResults.LocalRedirect($"~{PageCookie.SignInPath}?failed={answer.Refusal}");
        await PageCookie.SignInAsync(http, user, clock);
        var next = LocalAddress.Or(form.ReturnUrl, "/home");
        return TypedResults.LocalRedirect(user.MustChangePassword ? PageCookie.PasswordAddress(next) : next);
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(Schemes.Page);
        return TypedResults.LocalRedirect("~/");
    }
}

/// <summary>The sign-in form.</summary>
internal sealed class SignInForm
{
    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    public string? Password { get; set; }

    /// <summary>Code of the second factor.</summary>
    public string? Totp { get; set; }

    /// <summary>Where to go afterwards; on this site only.</summary>
    public string? ReturnUrl { get; set; }
}
