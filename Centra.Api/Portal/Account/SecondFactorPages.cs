using Centra.Api.Http;
using Centra.Api.People;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>Setting up and taking away one's second factor. All sessions end with it; the one that did it goes on.</summary>
internal static class SecondFactorPages
{
    private const string Account = "~/account?done=totp";

    public static void MapSecondFactorPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/account/second-factor", Policies.OwnAccount);
        pages.MapGet("/", (Visitor visitor, Caller caller, UserManager<User> users) => ShowAsync(visitor, caller, users, null, null));
        pages.MapPost("/", async ([FromForm(Name = "_none")] string? none, Visitor visitor, Caller caller, UserManager<User> users, SecondFactors factors) =>
        {
            var begun = await factors.BeginAsync(caller.Actor.Id);
            return await ShowAsync(visitor, caller, users, begun.Value, begun.Refusal);
        });
        pages.MapPost("/confirm", ConfirmAsync);
        pages.MapPost("/remove", RemoveAsync);
    }

    private static async Task<IResult> ConfirmAsync([FromForm] string? code, Visitor visitor, Caller caller, HttpContext http, UserManager<User> users, UserStore store, SecondFactors factors, IdSource ids, TimeProvider clock)
    {
        if (await factors.ConfirmAsync(new CommandContext(ids.NewCommandId(), caller.Actor), code?.Replace(" ", "", StringComparison.Ordinal)) is not { } refusal)
            return await GoOnAsync(caller, http, users, clock);
        // The secret is shown again to whoever is still setting it up: else a slip would mean to begin anew.
        var user = (await users.FindByIdAsync(caller.Actor.Id))!;
        var secret = user.TwoFactorEnabled ? null : await store.GetAuthenticatorKeyAsync(user, http.RequestAborted);
        return await ShowAsync(visitor, caller, users, secret is null ? null : new TotpSecret(secret, TotpCodes.Uri(secret, user.Email!)), refusal);
    }

    private static async Task<IResult> RemoveAsync([FromForm] string? password, [FromForm] string? code, Visitor visitor, Caller caller, HttpContext http, UserManager<User> users, SecondFactors factors, IdSource ids, TimeProvider clock) =>
        await factors.RemoveAsync(new CommandContext(ids.NewCommandId(), caller.Actor), password, code?.Replace(" ", "", StringComparison.Ordinal)) is { } refusal
            ? await ShowAsync(visitor, caller, users, null, refusal)
            : await GoOnAsync(caller, http, users, clock);

    private static async Task<IResult> GoOnAsync(Caller caller, HttpContext http, UserManager<User> users, TimeProvider clock)
    {
        await PageCookie.SignInAsync(http, (await users.FindByIdAsync(caller.Actor.Id))!, clock);
        return Results.LocalRedirect(Account);
    }

    private static async Task<IResult> ShowAsync(Visitor visitor, Caller caller, UserManager<User> users, TotpSecret? secret, Refusal? refusal)
    {
        var user = (await users.FindByIdAsync(caller.Actor.Id))!;
        return Results.Extensions.Page<SecondFactor>(new { Visitor = visitor, IsSet = user.TwoFactorEnabled, secret?.Secret, secret?.Uri, Refusal = refusal }, refusal.Status());
    }
}
