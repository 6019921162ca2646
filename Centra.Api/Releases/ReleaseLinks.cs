using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Centra.Api.Releases;

/// <summary>
/// Personal links to files of a release: sealed under the keys of sessions, good for ten minutes, for one person, one file of one version. A link alone
/// opens nothing: whoever uses it signs in as that person, and whether they may still download is asked again.
/// </summary>
internal sealed class ReleaseLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("centra/release-link/1");

    /// <summary>A new link's token, and until when it is good.</summary>
    public (string Token, DateTimeOffset Until) Issue(ReleaseLink link)
    {
        var until = clock.GetUtcNow() + Lasts;
        return (_protector.Protect(JsonSerializer.Serialize(new Sealed(link, until))), until);
    }

    /// <summary>What a token is good for; null where it was changed, is too old, or is somebody else's.</summary>
    public ReleaseLink? Read(string token, string userId)
    {
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(_protector.Unprotect(token))!;
            return opened.Until > clock.GetUtcNow() && opened.Link.UserId == userId ? opened.Link : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Sealed(ReleaseLink Link, DateTimeOffset Until);
}

/// <summary>Whose link, to what.</summary>
internal sealed record ReleaseLink(string UserId, string RequestId, int Version, string FileName);
