using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Centra.Storage;

/// <summary>Identity's store of users. The secret of a second factor is encrypted and stands in the user's own row.</summary>
public sealed class UserStore(PeopleContext context, KeyRing ring) : UserOnlyStore<User, PeopleContext>(context)
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Ids, 32, info: "centra/totp/1"u8.ToArray());

    /// <inheritdoc/>
    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken)
    {
        using var cipher = Sealing.Cipher(_key);
        user.TotpKey = Sealing.Seal(cipher, Encoding.ASCII.GetBytes(key), Encoding.UTF8.GetBytes(user.Id));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken)
    {
        if (user.TotpKey is null)
            return Task.FromResult<string?>(null);
        using var cipher = Sealing.Cipher(_key);
        return Task.FromResult<string?>(Encoding.ASCII.GetString(Sealing.Open(cipher, user.TotpKey, Encoding.UTF8.GetBytes(user.Id))));
    }
}
