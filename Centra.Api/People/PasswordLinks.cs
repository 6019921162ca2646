using System.Globalization;
using System.Security.Cryptography;
using Centra.Notifications;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Orleans;

namespace Centra.Api.People;

/// <summary>
/// Links under which somebody who has forgotten their password chooses another. A link names the person and their security stamp, sealed: the first
/// use changes the stamp, so it counts once, and any other change of credentials voids it too.
/// </summary>
internal sealed class PasswordLinks(
    UserManager<User> users, IPasswordHasher<User> hasher, IDataProtectionProvider protection, Letters letters, MailSettings mail, IGrainFactory grains, IdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector _seal = protection.CreateProtector("centra.password-link");

    /// <summary>Sends a link to whoever has this address and may sign in; nobody else hears anything.</summary>
    public async Task SendAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is not { } user || !await IsActiveAsync(user))
            return;
        var link = _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{user.Id}\n{user.SecurityStamp}\n{(clock.GetUtcNow() + Lasts).ToUnixTimeMilliseconds()}"));
        await letters.WriteAsync(user.Id, "Choose another password",
            $"Somebody, probably you, said that the password of this account is forgotten. Choose another one here, within half an hour:\n\n{mail.PublicAddress}/new-password?link={link}\n\n"
            + "The link is good once. If it was not you, nothing has to be done: nothing is changed.");
    }

    /// <summary>Whose link it is; null where it no longer counts.</summary>
    public async Task<User?> OwnerAsync(string link)
    {
        if (Read(link) is not [var id, var stamp, var until] || long.Parse(until, CultureInfo.InvariantCulture) < clock.GetUtcNow().ToUnixTimeMilliseconds())
            return null;
        return await users.FindByIdAsync(id) is { } user && user.SecurityStamp == stamp && await IsActiveAsync(user) ? user : null;
    }

    /// <summary>Chooses another password; why not, or null.</summary>
    public async Task<Refusal?> ChooseAsync(string link, string chosen)
    {
        if (await OwnerAsync(link) is not { } user)
            return AccountRefusal.LinkIsSpent.Because();
        if (PasswordRules.Check(chosen, user.Email!) is { } wrong)
            return wrong.Because();
        var noted = await grains.GetGrain<IPersonGrain>($"person/{user.Id}").Handle(new CommandContext(ids.NewCommandId(), new Actor(user.Id, null)), new NoteCredentials(CredentialChange.PasswordChanged));
        if (noted.IsRefused)
            return noted.Refusal;
        user.PasswordHash = hasher.HashPassword(user, chosen);
        (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (false, null, 0);
        return (await users.UpdateSecurityStampAsync(user)).Refusal();
    }

    private string[]? Read(string link)
    {
        try
        {
            return _seal.Unprotect(link).Split('\n');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<bool> IsActiveAsync(User user) =>
        await grains.GetGrain<IPersonGrain>($"person/{user.Id}").View() is { IsRefused: false, Value.Standing: PersonStanding.Active };
}
