using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Orleans;

namespace Centra.Api.People;

/// <summary>One's own account.</summary>
internal static class AccountApi
{
    private const long LargestBody = 8 << 10;

    public static void MapAccount(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/account").WithTags("Account").WithMetadata(new BodyLimit(LargestBody));
        group.MapGet("/", ViewAsync).RequireAuthorization(Policies.OwnPassword).WithSummary("Who I am and what I may");
        group.MapPost("/password", PasswordAsync)
            .RequireAuthorization(Policies.OwnPassword).WithSummary("Choose another password; ends all sessions").Refuses(AccountRefusals.Password);
        group.MapPost("/totp", BeginTotpAsync).RequireAuthorization(Policies.OwnAccount).WithSummary("Begin to set up a second factor")
            .Refuses(AccountRefusal.TotpIsSetAlready, AccountRefusal.AccountChangedMeanwhile);
        group.MapPost("/totp/confirm", (TotpCode body, Caller caller, HttpRequest request, SecondFactors factors, IdSource ids) =>
            AnswerAsync(factors.ConfirmAsync(caller.Command(request, "totp-confirm", ids), body.Code)))
            .RequireAuthorization(Policies.OwnAccount).WithSummary("Set it up with its first code; ends all sessions").Refuses(AccountRefusals.ConfirmTotp);
        group.MapPost("/totp/remove", (TotpRemoval body, Caller caller, HttpRequest request, SecondFactors factors, IdSource ids) =>
            AnswerAsync(factors.RemoveAsync(caller.Command(request, "totp-remove", ids), body.Password, body.Code)))
            .RequireAuthorization(Policies.OwnAccount).WithSummary("Take it away; ends all sessions").Refuses(AccountRefusals.RemoveTotp);
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> ViewAsync(Caller caller, UserManager<User> users, IGrainFactory grains)
    {
        var person = await grains.GetGrain<IPersonGrain>($"person/{caller.Actor.Id}").View();
        var user = await users.FindByIdAsync(caller.Actor.Id);
        return person.Map(view => new AccountView(view.UserId, user!.Email!, user.DisplayName, [.. view.Roles], view.PracticeId, user.TwoFactorEnabled, user.MustChangePassword)).ToHttp();
    }

    private static Task<Results<NoContent, ProblemHttpResult>> PasswordAsync(PasswordChange body, Caller caller, HttpRequest request, OwnPasswords passwords, IdSource ids) =>
        AnswerAsync(passwords.ChangeAsync(caller.Command(request, "password", ids), body.CurrentPassword ?? "", body.NewPassword ?? ""));

    private static async Task<Results<Ok<TotpSecret>, ProblemHttpResult>> BeginTotpAsync(Caller caller, SecondFactors factors) =>
        (await factors.BeginAsync(caller.Actor.Id)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(Task<Refusal?> change) =>
        await change is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
}

/// <summary>Who I am and what I may.</summary>
internal sealed record AccountView(string UserId, string Email, string DisplayName, string[] Roles, string? PracticeId, bool HasSecondFactor, bool MustChangePassword)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => UserId;
}

/// <summary>A change of password.</summary>
internal sealed record PasswordChange(string? CurrentPassword, string? NewPassword)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(PasswordChange);
}

/// <summary>A code of the second factor.</summary>
internal sealed record TotpCode(string? Code);

/// <summary>What it takes to remove a second factor.</summary>
internal sealed record TotpRemoval(string? Password, string? Code)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(TotpRemoval);
}

/// <summary>What to put into an authenticator app; shown once.</summary>
internal sealed record TotpSecret(string Secret, string Uri)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(TotpSecret);
}
