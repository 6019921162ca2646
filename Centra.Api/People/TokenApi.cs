using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Orleans;

namespace Centra.Api.People;

/// <summary>People's access tokens.</summary>
internal static class TokenApi
{
    private const long LargestBody = 8 << 10;

    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/tokens").WithTags("Tokens");
        group.MapPost("/", IssueAsync).AllowAnonymous().WithSummary("E-mail, password and, where set, the second factor's code for an access token").WithMetadata(new BodyLimit(LargestBody))
            .RefusesCaller(AccountRefusal.SignInFailed, AccountRefusal.TotpIsNeeded).Refuses(AccountRefusal.TooManyAttempts);
        group.MapDelete("/", EndAsync).RequireAuthorization(Policies.OwnPassword).WithSummary("Sign out everywhere").Refuses(AccountRefusal.AccountChangedMeanwhile);
    }

    private static async Task<Results<Ok<AccessToken>, ProblemHttpResult>> IssueAsync(
        TokenRequest body, HttpContext http, SignIns signIns, IOptionsMonitor<BearerTokenOptions> tokens, TimeProvider clock)
    {
        var answer = await signIns.CheckAsync(body.Email, body.Password, body.Totp, http.Connection.RemoteIpAddress?.ToString() ?? "");
        answer.TellWhenAgain(http);
        if (answer.User is not { } user)
            return Refused(answer);
        var expires = clock.GetUtcNow() + PageCookie.Lasts;
        var ticket = new AuthenticationTicket(SignedInPeople.Ticket(user), new AuthenticationProperties { ExpiresUtc = expires }, Schemes.Token);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new AccessToken(tokens.Get(Schemes.Token).BearerTokenProtector.Protect(ticket), expires, "Bearer", user.MustChangePassword));
    }

    // Who has not proved who they are is not forbidden something: 401, except for too many attempts.
    private static ProblemHttpResult Refused(SignInAnswer answer)
    {
        var problem = Answers.ProblemOf(answer.Refusal!.Because());
        if (answer.RetryAfter is null)
            problem.Status = StatusCodes.Status401Unauthorized;
        return TypedResults.Problem(problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(Caller caller, HttpRequest request, UserManager<User> users, IGrainFactory grains, IdSource ids)
    {
        var noted = await grains.GetGrain<IPersonGrain>($"person/{caller.Actor.Id}")
            .Handle(caller.Command(request, "sign-out-everywhere", ids), new NoteCredentials(CredentialChange.SignedOutEverywhere));
        if (noted.IsRefused)
            return noted.Refusal.ToProblem();
        return (await users.UpdateSecurityStampAsync((await users.FindByIdAsync(caller.Actor.Id))!)).ToHttp();
    }
}

/// <summary>Who wants a token.</summary>
internal sealed record TokenRequest(string? Email, string? Password, string? Totp)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(TokenRequest);
}

/// <summary>A token. Send it as <c>Authorization: Bearer ...</c>.</summary>
/// <param name="Text">The token.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="TokenType">Bearer.</param>
/// <param name="MustChangePassword">Whether it is good for choosing another password only.</param>
internal sealed record AccessToken(
    [property: System.Text.Json.Serialization.JsonPropertyName("accessToken")] string Text, DateTimeOffset ExpiresAt, string TokenType, bool MustChangePassword)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(AccessToken);
}
