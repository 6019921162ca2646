namespace Centra.Browsing.Walk;

/// <summary>Every page as somebody finds it who may see it.</summary>
public class PageWalkTests(PageWalks walks) : IClassFixture<PageWalks>
{
    // Pages where no link leads: what comes of something that somebody did, and what programs ask for.
    private static readonly Dictionary<string, (string Role, string Path)> BesideTheWay = new()
    {
        ["/old-form"] = (Roles.Applicant, "/old-form"),
        ["/denied"] = (Roles.Applicant, "/denied"),
        ["/new-password"] = (PageWalks.Public, "/new-password?link=none"),
        ["/requests/{id}/agreement/compare"] = (Roles.RequestManager, "/requests/request-demo-08/agreement/compare"),
    };

    private static readonly string[] NoPages =
    [
        "/health/live", "/health/ready", "/public/datasets", "/openapi/{documentName}.json",
        "/practice/uploads/{id}/progress", "/practice/uploads/{id}/rejects.csv", "/documents/{id}", "/requests/{id}/agreement/scan",
    ];

    [Theory]
    [MemberData(nameof(PageWalks.Walkers), MemberType = typeof(PageWalks))]
    public async Task Links_FollowedByARole_AllLeadSomewhere(string role) => (await walks.OfAsync(role)).DeadEnds.ShouldBeEmpty();

    [Fact]
    public async Task EveryPage_IsFoundByLinksAlone()
    {
        var found = new HashSet<string>(NoPages.Concat(BesideTheWay.Keys));
        foreach (var role in PageWalks.Walkers)
            found.UnionWith((await walks.OfAsync(role.Data)).Routes);

        walks.Patterns.Except(found).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PageWalks.Walkers), MemberType = typeof(PageWalks))]
    public async Task Pages_OfARole_HaveNoBarriers(string role)
    {
        var pages = await walks.NewPagesAsync(role);
        var found = await Task.WhenAll(pages.Chunk(pages.Count / 2 + 1).Select(part => BarriersAsync(role, part)));

        found.SelectMany(part => part).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_BesideTheWay_HaveNoBarriers()
    {
        foreach (var (role, path) in BesideTheWay.Values)
            (await BarriersAsync(role, [path])).ShouldBeEmpty();
    }

    private async Task<List<string>> BarriersAsync(string role, string[] paths)
    {
        var barriers = new List<string>();
        await using var visit = await walks.VisitAsync(role);
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync(path);
            barriers.AddRange(await visit.Page.BarriersAsync());
            barriers.AddRange(await visit.Page.TooWideAsync());
        }
        return barriers;
    }
}
