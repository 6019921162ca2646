using System.Globalization;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Orleans;

namespace Centra.Api.People;

/// <summary>
/// Checks who somebody says they are, for tokens and for pages. Unknown e-mail, wrong password, lockout and disablement cost the same work
/// and get the same answer.
/// </summary>
internal sealed class SignIns(
    UserManager<User> users, UserStore store, IPasswordHasher<User> hasher, DecoyPassword decoy, Credentials credentials, SignInLimit limit, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>The user, or why not.</summary>
    public async Task<SignInAnswer> CheckAsync(string? email, string? password, string? totp, string address)
    {
        if (limit.Count(address, email ?? "") is { } wait)
            return new SignInAnswer(null, AccountRefusal.TooManyAttempts, wait);
        var user = await users.FindByEmailAsync(email ?? "");
        var refusal = await FaultAsync(user, password ?? "", totp);
        var counted = refusal is AccountRefusal.SignInFailed && user is not null ? credentials.CountFailureAsync(user.Id) : Task.CompletedTask;
        await Task.WhenAll(counted, credentials.NoteAsync(user?.Id, refusal?.ToString() ?? "SignedIn", address));
        return new SignInAnswer(refusal is null ? user : null, refusal, null);
    }

    private async Task<AccountRefusal?> FaultAsync(User? user, string password, string? totp)
    {
        var isRight = hasher.VerifyHashedPassword(user ?? DecoyPassword.Nobody, user?.PasswordHash ?? decoy.Hash, password) is not PasswordVerificationResult.Failed;
        if (user is null || !isRight || user.LockoutEnd > clock.GetUtcNow() || !await IsActiveAsync(user))
            return AccountRefusal.SignInFailed;
        if (!user.TwoFactorEnabled)
            return await credentials.TakeAsync(user.Id, null) ? null : AccountRefusal.SignInFailed;
        if (string.IsNullOrEmpty(totp))
            return AccountRefusal.TotpIsNeeded;
        var secret = await store.GetAuthenticatorKeyAsync(user, CancellationToken.None);
        return TotpCodes.StepOf(secret!, totp, clock.GetUtcNow()) is { } step && await credentials.TakeAsync(user.Id, step) ? null : AccountRefusal.SignInFailed;
    }

    private async Task<bool> IsActiveAsync(User user) =>
        await grains.GetGrain<IPersonGrain>($"person/{user.Id}").View() is { IsRefused: false, Value.Standing: PersonStanding.Active };
}

/// <summary>A user, or why not and how long to wait.</summary>
internal sealed record SignInAnswer(User? User, AccountRefusal? Refusal, TimeSpan? RetryAfter)
{
    /// <summary>After too many attempts the answer says when to try again.</summary>
    public void TellWhenAgain(HttpContext http)
    {
        if (RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A password that nobody has, hashed once like all others, so that an unknown e-mail takes as long as a wrong password.</summary>
internal sealed class DecoyPassword(IOptions<PasswordHasherOptions> options, IdSource ids)
{
    /// <summary>Whose.</summary>
    public static User Nobody { get; } = new() { Id = "nobody", DisplayName = "" };

    /// <summary>Its hash.</summary>
    public string Hash { get; } = new PasswordHasher<User>(options).HashPassword(Nobody, OneTimePasswords.New(ids));
}
