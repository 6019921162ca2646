using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Orleans;

namespace Centra.Api.People;

/// <summary>What operators do to other people's credentials. The history hears of it first; officers are told by its projection.</summary>
internal sealed class Resetting(UserManager<User> users, IPasswordHasher<User> hasher, Credentials credentials, IGrainFactory grains, IdSource ids)
{
    /// <summary>Gives a one-time password and ends all sessions. A repeat gives another one: it is kept nowhere to be given again.</summary>
    public async Task<Result<OneTimePassword>> PasswordAsync(CommandContext context, string userId)
    {
        if (await NoteAsync(context, userId, CredentialChange.PasswordReset) is { } refusal)
            return refusal;
        var user = (await users.FindByIdAsync(userId))!;
        var password = OneTimePasswords.New(ids);
        user.PasswordHash = hasher.HashPassword(user, password);
        (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (true, null, 0);
        return (await users.UpdateSecurityStampAsync(user)).Refusal() is { } failed ? failed : new OneTimePassword(password);
    }

    /// <summary>Takes the second factor away and ends all sessions.</summary>
    public async Task<Refusal?> SecondFactorAsync(CommandContext context, string userId)
    {
        if (await NoteAsync(context, userId, CredentialChange.SecondFactorReset) is { } refusal)
            return refusal;
        var user = (await users.FindByIdAsync(userId))!;
        (user.TwoFactorEnabled, user.TotpKey) = (false, null);
        return (await users.UpdateSecurityStampAsync(user)).Refusal();
    }

    /// <summary>Ends a lockout.</summary>
    public async Task<Refusal?> UnlockAsync(CommandContext context, string userId)
    {
        if (await NoteAsync(context, userId, CredentialChange.Unlocked) is { } refusal)
            return refusal;
        await credentials.UnlockAsync(userId);
        return null;
    }

    /// <summary>Ends all sessions.</summary>
    public async Task EndSessionsAsync(string userId)
    {
        if (await users.FindByIdAsync(userId) is { } user)
            await users.UpdateSecurityStampAsync(user);
    }

    private async Task<Refusal?> NoteAsync(CommandContext context, string userId, CredentialChange change)
    {
        if (await users.FindByIdAsync(userId) is null)
            return PersonRefusal.PersonNotFound.Because();
        return (await grains.GetGrain<IPersonGrain>($"person/{userId}").Handle(context, new NoteCredentials(change))).Refusal;
    }
}

/// <summary>A password that is good for choosing another one, shown once.</summary>
internal sealed record OneTimePassword([property: System.Text.Json.Serialization.JsonPropertyName("oneTimePassword")] string Text)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(OneTimePassword);
}
