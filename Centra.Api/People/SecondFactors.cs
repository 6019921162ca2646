using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Orleans;

namespace Centra.Api.People;

/// <summary>Setting up and taking away one's own second factor.</summary>
internal sealed class SecondFactors(UserManager<User> users, UserStore store, OwnPasswords passwords, Credentials credentials, IGrainFactory grains, IdSource ids, TimeProvider clock)
{
    /// <summary>Makes a secret. It counts once a code made from it was sent.</summary>
    public async Task<Result<TotpSecret>> BeginAsync(string userId)
    {
        var user = (await users.FindByIdAsync(userId))!;
        if (user.TwoFactorEnabled)
            return AccountRefusal.TotpIsSetAlready;
        var secret = TotpCodes.NewSecret(ids);
        await store.SetAuthenticatorKeyAsync(user, secret, CancellationToken.None);
        return (await users.UpdateAsync(user)).Refusal() is { } refusal ? refusal : new TotpSecret(secret, TotpCodes.Uri(secret, user.Email!));
    }

    /// <summary>Sets it up; why not, or null.</summary>
    public async Task<Refusal?> ConfirmAsync(CommandContext context, string? code)
    {
        var user = (await users.FindByIdAsync(context.Actor.Id))!;
        if (user.TwoFactorEnabled)
            return AccountRefusal.TotpIsSetAlready.Because();
        if (await store.GetAuthenticatorKeyAsync(user, CancellationToken.None) is not { } secret)
            return AccountRefusal.TotpIsNotSet.Because();
        if (TotpCodes.StepOf(secret, code, clock.GetUtcNow()) is not { } step)
            return AccountRefusal.TotpCodeIsWrong.Because();
        user.TotpStep = step;
        return await NoteAsync(context, CredentialChange.SecondFactorSet) ?? (await users.SetTwoFactorEnabledAsync(user, true)).Refusal();
    }

    /// <summary>Takes it away; why not, or null.</summary>
    public async Task<Refusal?> RemoveAsync(CommandContext context, string? password, string? code)
    {
        var user = (await users.FindByIdAsync(context.Actor.Id))!;
        if (!user.TwoFactorEnabled)
            return AccountRefusal.TotpIsNotSet.Because();
        if (!await passwords.KnowsAsync(user, password ?? ""))
            return AccountRefusal.PasswordIsWrong.Because();
        var secret = await store.GetAuthenticatorKeyAsync(user, CancellationToken.None);
        if (TotpCodes.StepOf(secret!, code, clock.GetUtcNow()) is not { } step || step <= user.TotpStep)
        {
            await credentials.CountFailureAsync(user.Id);
            return AccountRefusal.TotpCodeIsWrong.Because();
        }
        (user.TotpKey, user.TotpStep) = (null, step);
        return await NoteAsync(context, CredentialChange.SecondFactorRemoved) ?? (await users.SetTwoFactorEnabledAsync(user, false)).Refusal();
    }

    private async Task<Refusal?> NoteAsync(CommandContext context, CredentialChange change) =>
        (await grains.GetGrain<IPersonGrain>($"person/{context.Actor.Id}").Handle(context, new NoteCredentials(change))).Refusal;
}
