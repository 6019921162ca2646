namespace Centra.Api.Portal;

/// <summary>Addresses that forms bring along: only those on this site are followed.</summary>
internal static class LocalAddress
{
    /// <summary>The address, or another where it leaves the site.</summary>
    public static string Or(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    // "//host" and "/\host" leave the site.
    private static bool IsLocal(string? url) => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl);
}
