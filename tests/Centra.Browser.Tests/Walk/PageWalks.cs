using System.Collections.Concurrent;

namespace Centra.Browsing.Walk;

/// <summary>Every role's walk, made once, through a service of its own: what journeys do to theirs would show.</summary>
public sealed class PageWalks : IAsyncLifetime
{
    /// <summary>Whoever has not signed in.</summary>
    public const string Public = "public";

    private static readonly string[] OfRoles =
        ["/home", "/requests/{id}", "/requests/{id}/questions", "/requests/{id}/review", "/requests/{id}/agreement", "/requests/{id}/money", "/requests/{id}/release"];

    private readonly Portal _portal = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<PageWalk>>> _walks = new();
    private readonly ConcurrentDictionary<string, bool> _looked = new();

    /// <summary>All roles, and the public.</summary>
    public static TheoryData<string> Walkers => [.. Roles.All, Public];

    /// <summary>Patterns of pages and files.</summary>
    public IReadOnlyList<string> Patterns => _portal.Service.Pages;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>A window of a role.</summary>
    internal Task<Visit> VisitAsync(string role) => role == Public ? _portal.VisitAsync() : _portal.VisitAsync(role);

    /// <summary>What a role finds.</summary>
    internal Task<PageWalk> OfAsync(string role) => _walks.GetOrAdd(role, _ => new(() => WalkAsync(role))).Value;

    /// <summary>Pages that nobody has looked at yet: home and what is done with a request look different to each role, the others do not.</summary>
    internal async Task<List<string>> NewPagesAsync(string role) =>
        [.. from page in (await OfAsync(role)).Pages where _looked.TryAdd(IsOfARole(page.Route) ? $"{role} {page.Route}" : page.Route, true) select page.Path];

    private async Task<PageWalk> WalkAsync(string role)
    {
        await using var visit = await VisitAsync(role);
        return await new PageWalk(visit, new PageRoutes(Patterns)).WalkAsync(role == Public ? "/" : "/home");
    }

    private static bool IsOfARole(string route) => OfRoles.Contains(route);
}
