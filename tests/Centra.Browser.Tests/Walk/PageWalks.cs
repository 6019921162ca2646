using System.Collections.Concurrent;

namespace Centra.Browsing.Walk;

/// <summary>Every role's walk, made once.</summary>
public sealed class PageWalks(Portal portal)
{
    /// <summary>Whoever has not signed in.</summary>
    public const string Public = "public";

    private readonly ConcurrentDictionary<string, Lazy<Task<PageWalk>>> _walks = new();
    private readonly ConcurrentDictionary<string, bool> _looked = new();

    /// <summary>All roles, and the public.</summary>
    public static TheoryData<string> Walkers => [.. Roles.All, Public];

    /// <summary>A window of a role.</summary>
    internal Task<Visit> VisitAsync(string role) => role == Public ? portal.VisitAsync() : portal.VisitAsync(role);

    /// <summary>What a role finds.</summary>
    internal Task<PageWalk> OfAsync(string role) => _walks.GetOrAdd(role, _ => new(() => WalkAsync(role))).Value;

    /// <summary>Pages that nobody has looked at yet: a page of a request and a home look different to each role, the others do not.</summary>
    internal async Task<List<string>> NewPagesAsync(string role) =>
        [.. from page in (await OfAsync(role)).Pages where _looked.TryAdd(IsOfARole(page.Route) ? $"{role} {page.Route}" : page.Route, true) select page.Path];

    private async Task<PageWalk> WalkAsync(string role)
    {
        await using var visit = await VisitAsync(role);
        return await new PageWalk(visit, new PageRoutes(portal.Service.Pages)).WalkAsync(role == Public ? "/" : "/home");
    }

    private static bool IsOfARole(string route) => route is "/home" || route.StartsWith("/requests/{id}", StringComparison.Ordinal);
}
