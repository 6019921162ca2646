using System.Collections.Concurrent;

namespace Centra.Browsing.Walk;

/// <summary>Every role's walk, made once, through a service of its own: what journeys do to theirs would show.</summary>
public sealed class PageWalks(Portal portal) : IAsyncLifetime
{
    /// <summary>Whoever has not signed in.</summary>
    public const string Public = "public";

    private static readonly string[] OfRoles =
        ["/home", "/requests/{id}", "/requests/{id}/questions", "/requests/{id}/review", "/requests/{id}/agreement", "/requests/{id}/money", "/requests/{id}/release"];

    private readonly ConcurrentDictionary<string, Lazy<Task<PageWalk>>> _walks = new();
    private readonly ConcurrentDictionary<string, bool> _looked = new();
    private Portal? _own;

    /// <summary>All roles, and the public.</summary>
    public static TheoryData<string> Walkers => [.. Roles.All, Public];

    private Portal Own => _own!;

    /// <summary>Patterns of pages and files.</summary>
    public IReadOnlyList<string> Patterns => Own.Service.Pages;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _own = await portal.BesideAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Own.DisposeAsync();

    /// <summary>A window of a role.</summary>
    internal Task<Visit> VisitAsync(string role) => role == Public ? Own.VisitAsync() : Own.VisitAsync(role);

    /// <summary>What a role finds.</summary>
    internal Task<PageWalk> OfAsync(string role) => _walks.GetOrAdd(role, _ => new(() => WalkAsync(role))).Value;

    /// <summary>Pages that nobody has looked at yet: home and what is done with a request look different to each role, the others do not.</summary>
    internal async Task<List<string>> NewPagesAsync(string role) =>
        [.. from page in (await OfAsync(role)).Pages where _looked.TryAdd(IsOfARole(page.Route) ? $"{role} {page.Route}" : page.Route, true) select page.Path];

    private async Task<PageWalk> WalkAsync(string role)
    {
        await using var visit = await VisitAsync(role);
        using var client = await visit.ClientAsync(Own.Service.Address);
        return await new PageWalk(client, new PageRoutes(Patterns)).WalkAsync(role == Public ? "/" : "/home");
    }

    private static bool IsOfARole(string route) => OfRoles.Contains(route);
}
