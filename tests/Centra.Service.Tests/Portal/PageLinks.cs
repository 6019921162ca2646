using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Portal;

/// <summary>Links of a page, whose entities are read already, by their words.</summary>
internal static class PageLinks
{
    /// <summary>Where the link that begins with these words leads.</summary>
    public static string Of(string page, string words)
    {
        var link = Regex.Match(page, $"<a [^>]*href=\"([^\"]+)\"[^>]*>{Regex.Escape(words)}");
        link.Success.ShouldBeTrue($"no link “{words}”");
        return link.Groups[1].Value;
    }
}
