using System.Net;
using System.Text.RegularExpressions;

namespace Centra.Browsing.Walk;

/// <summary>What somebody finds who follows every link from where they start: some of each route, all requests.</summary>
internal sealed partial class PageWalk(HttpClient client, PageRoutes routes)
{
    private static readonly Uri Somewhere = new("http://somewhere");
    private readonly Queue<(string Path, string From)> _ahead = new();
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Pages that were there, with their routes.</summary>
    public List<(string Path, string Route)> Pages { get; } = [];

    /// <summary>Routes that were there, of pages and files.</summary>
    public HashSet<string> Routes { get; } = [];

    /// <summary>Links that led nowhere, and where they stood.</summary>
    public List<string> DeadEnds { get; } = [];

    /// <summary>Walks.</summary>
    public async Task<PageWalk> WalkAsync(string start)
    {
        _ahead.Enqueue((start, ""));
        while (_ahead.TryDequeue(out var next))
            await StepAsync(next.Path, next.From);
        return this;
    }

    private async Task StepAsync(string path, string from)
    {
        using var answer = await client.GetAsync(path);
        var arrived = answer.RequestMessage!.RequestUri!.AbsolutePath;
        if (routes.Of(path) is not { } route || answer.StatusCode != HttpStatusCode.OK || arrived == "/denied")
        {
            DeadEnds.Add($"{path} on {from}: {answer.StatusCode} {arrived}");
            return;
        }
        Routes.Add(route);
        if (!path.StartsWith("/api/", StringComparison.Ordinal) && answer.Content.Headers.ContentType?.MediaType == "text/html")
            Look(path, route, await answer.Content.ReadAsStringAsync());
    }

    private void Look(string path, string route, string html)
    {
        Pages.Add((path, route));
        foreach (Match link in Link().Matches(html))
            Note(WebUtility.HtmlDecode(link.Groups[1].Value), path);
    }

    private void Note(string link, string from)
    {
        var target = new Uri(new Uri(Somewhere, from), link);
        var path = target.PathAndQuery;
        if (target.Host != Somewhere.Host || !_seen.Add(path))
            return;
        var route = routes.Of(path) ?? path;
        var count = _counts[route] = _counts.GetValueOrDefault(route) + 1;
        if (count <= Most(route))
            _ahead.Enqueue((path, from));
    }

    // Not every release has files to be had.
    private static int Most(string route) => route switch { "/requests/{id}" => 20, "/requests/{id}/release" => 4, _ => 2 };

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
