using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;

namespace Centra.Browsing.Walk;

/// <summary>Which route of the service an address belongs to.</summary>
internal sealed class PageRoutes(IReadOnlyList<string> patterns)
{
    // What pages lead to beside pages: the interface's lists and files, and the page to try it.
    private static readonly string[] Others = ["/csv/", "/file/", "/api/try"];

    // The one with fewer open places goes first.
    private readonly List<(string Pattern, TemplateMatcher Matcher)> _matchers =
        [.. patterns.OrderBy(pattern => pattern.Count(letter => letter == '{')).Select(pattern => (pattern, new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), [])))];

    /// <summary>The pattern; null where there is none.</summary>
    public string? Of(string address)
    {
        var path = address.Split('?')[0];
        return _matchers.FirstOrDefault(one => one.Matcher.TryMatch(new PathString(path), [])).Pattern
            ?? Others.FirstOrDefault(other => path.StartsWith(other, StringComparison.Ordinal));
    }
}
