using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Orleans;

namespace Centra.Api.People;

/// <summary>Choosing another password. Whoever holds a token still has to know the present one, and cannot guess it without end.</summary>
internal sealed class OwnPasswords(UserManager<User> users, Credentials credentials, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Changes the password of the sender; why not, or null.</summary>
    public async Task<Refusal?> ChangeAsync(CommandContext context, string current, string chosen)
    {
        var user = (await users.FindByIdAsync(context.Actor.Id))!;
        if (!await KnowsAsync(user, current))
            return AccountRefusal.PasswordIsWrong.Because();
        if (chosen == current)
            return AccountRefusal.PasswordIsTheSame.Because();
        if (PasswordRules.Check(chosen, user.Email!) is { } wrong)
            return wrong.Because();
        var noted = await grains.GetGrain<IPersonGrain>($"person/{user.Id}").Handle(context, new NoteCredentials(CredentialChange.PasswordChanged));
        if (noted.IsRefused)
            return noted.Refusal;
        user.MustChangePassword = false;
        return (await users.ChangePasswordAsync(user, current, chosen)).Refusal();
    }

    /// <summary>Whether this is the present password. A wrong one counts as a failed sign-in.</summary>
    public async Task<bool> KnowsAsync(User user, string password)
    {
        if (!(user.LockoutEnd > clock.GetUtcNow()) && await users.CheckPasswordAsync(user, password))
            return true;
        await credentials.CountFailureAsync(user.Id);
        return false;
    }
}
