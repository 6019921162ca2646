using Centra.Api.Http;
using Centra.Api.People;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>One's own account. Whoever signed in with a one-time password is led to the form for another one, wherever they wanted to go.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/account").RequireAuthorization(Policies.OwnPassword).ExcludeFromDescription();
        pages.MapGet("/", ViewAsync);
        pages.MapGet("/password", (string? returnUrl, Visitor visitor, HttpContext http) => Form(visitor, http, new PasswordForm { ReturnUrl = returnUrl }, null));
        pages.MapPost("/password", ChangeAsync);
    }

    private static async Task<RazorComponentResult<Account>> ViewAsync(string? changed, Visitor visitor, Caller caller, HttpContext http, UserManager<User> users)
    {
        http.Response.Headers.CacheControl = "no-store";
        var user = (await users.FindByIdAsync(caller.Actor.Id))!;
        var roles = Centra.People.Roles.All.Where(http.User.IsInRole).ToList();
        return new(new { Visitor = visitor, user.Email, Roles = roles, HasSecondFactor = user.TwoFactorEnabled, Changed = changed is not null });
    }

    // All sessions end with the old password; this one goes on under the new one.
    private static async Task<IResult> ChangeAsync(
        [FromForm] PasswordForm form, Visitor visitor, Caller caller, HttpContext http, OwnPasswords passwords, UserManager<User> users, IdSource ids, TimeProvider clock)
    {
        var refusal = form.Chosen == form.Repeated
            ? await passwords.ChangeAsync(new CommandContext(ids.NewCommandId(), caller.Actor), form.Current ?? "", form.Chosen ?? "")
            : AccountRefusal.PasswordsDiffer.Because();
        if (refusal is not null)
            return Form(visitor, http, form, refusal);
        var user = (await users.FindByIdAsync(caller.Actor.Id))!;
        await PageCookie.SignInAsync(http, user, clock);
        return TypedResults.LocalRedirect(LocalAddress.Or(form.ReturnUrl, "~/account?changed=yes"));
    }

    private static RazorComponentResult<Password> Form(Visitor visitor, HttpContext http, PasswordForm form, Refusal? refusal)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(new { Visitor = visitor, IsOneTime = SignedInPeople.HasOneTimePassword(http.User), form.ReturnUrl, Refusal = refusal });
    }
}

/// <summary>The form for another password.</summary>
internal sealed class PasswordForm
{
    /// <summary>The present one.</summary>
    public string? Current { get; set; }

    /// <summary>The new one.</summary>
    public string? Chosen { get; set; }

    /// <summary>The new one again.</summary>
    public string? Repeated { get; set; }

    /// <summary>Where to go afterwards; on this site only.</summary>
    public string? ReturnUrl { get; set; }
}
