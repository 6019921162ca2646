using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Centra.Storage;

/// <summary>
/// Where ASP.NET Core keeps the keys of tokens and cookies: in the read store, which all silos share, sealed under the installation's key
/// ring, so that a copy of the database signs nobody in. Another key in the ring signs everybody out: keys that it does not open count as
/// absent. Called a few times a day; the interface knows no asynchronous calls.
/// </summary>
public sealed class SessionKeys(ReadStore read, KeyRing ring, TimeProvider clock) : IXmlRepository
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Sessions, 32, info: "centra/session keys/1"u8.ToArray());

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var cipher = Sealing.Cipher(_key);
        var rows = read.Database.ReadAsync(session => session.QueryAsync("select name, sealed from session_key order by name",
            row => (Name: row.GetString(0), Sealed: row.GetFieldValue<byte[]>(1)))).GetAwaiter().GetResult();
        return [.. rows.Select(row => Open(cipher, row.Name, row.Sealed)).OfType<XElement>()];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var cipher = Sealing.Cipher(_key);
        var box = Sealing.Seal(cipher, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), Encoding.UTF8.GetBytes(friendlyName));
        read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into session_key (name, sealed, kept_at) values ($1, $2, $3) on conflict do nothing", friendlyName, box, clock.GetUtcNow().ToUnixTimeMilliseconds()))
            .GetAwaiter().GetResult();
    }

    private static XElement? Open(AesGcm cipher, string name, byte[] box)
    {
        try
        {
            return XElement.Parse(Encoding.UTF8.GetString(Sealing.Open(cipher, box, Encoding.UTF8.GetBytes(name))));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
