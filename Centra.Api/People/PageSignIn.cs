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
        app.MapGet(PageCookie.SignInPath, (string? returnUrl, [AsParameters] SignInDoor door) => door.FormAsync(new SignInForm { ReturnUrl = returnUrl }, null))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapPost(PageCookie.SignInPath, SignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", (Delegate)SignOutAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    // Whoever is refused gets the form again in this answer, with the address that they typed: an address of a page would put it into histories and logs.
    private static async Task<IResult> SignInAsync([FromForm] SignInForm form, HttpContext http, SignIns signIns, TimeProvider clock, [AsParameters] SignInDoor door)
    {
        var answer = await signIns.CheckAsync(form.Email, form.Password, form.Totp, http.Connection.RemoteIpAddress?.ToString() ?? "");
        answer.TellWhenAgain(http);
        if (answer.User is not { } user)
            return await door.FormAsync(form, answer.Refusal);
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

/// <summary>The page with the sign-in form.</summary>
internal sealed record SignInDoor(Visitor Visitor, HttpResponse Response, DemoDoor Demo)
{
    /// <summary>The form, with what was typed into it but for what is secret.</summary>
    public async Task<IResult> FormAsync(SignInForm form, AccountRefusal? refusal)
    {
        Response.Headers.CacheControl = "no-store";
        return Results.Extensions.Page<SignIn>(new { Visitor, form.Email, form.ReturnUrl, Refusal = refusal, Demo = await Demo.PeopleAsync() }, refusal?.Because().Status());
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
