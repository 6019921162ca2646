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

    [Fact]
    public async Task Refusals_OfWhoeverIsNotSignedIn_HaveNoBarriers()
    {
        await using var visit = await walks.VisitAsync(PageWalks.Public);
        var barriers = new List<string>();
        foreach (var refused in Refused)
        {
            await refused(visit);
            barriers.AddRange(await visit.Page.BarriersAsync());
            barriers.AddRange(await visit.Page.TooWideAsync());
        }
        barriers.ShouldBeEmpty();
    }

    // A wrong password, a letter that is on its way, a link that is none, a page for others, no page at all, words of a session that has ended.
    private static readonly Func<Visit, Task>[] Refused =
    [
        async visit => await (await (await Opened(visit, "/sign-in", "Sign in")).FillAsync("E-mail", "nobody@demo.example")).FillAndSendAsync("Password", "not a password"),
        async visit => await (await Opened(visit, "/forgotten-password", "Send the letter")).FillAndSendAsync("E-mail", "nobody@demo.example"),
        async visit => await visit.Page.GotoAsync("/new-password?link=none"),
        async visit => await visit.Page.GotoAsync("/requests/request-demo-08"),
        async visit => (await visit.Page.GotoAsync("/no-such-page"))!.Status.ShouldBe(404),
        SendWithoutSessionAsync,
    ];

    private static async Task<Sheet> Opened(Visit visit, string page, string button)
    {
        await visit.GoAsync(page);
        return await visit.SheetAsync(button);
    }

    // As a form that stayed open when its session ended.
    private static async Task SendWithoutSessionAsync(Visit visit)
    {
        await visit.GoAsync("/sign-in");
        await visit.Page.EvaluateAsync("""
            () => {
                const form = document.querySelector('form');
                form.action = '/do/requests/request-demo-04/evaluation';
                form.innerHTML = '<input type="hidden" name="scores[0].words" value="What a reviewer wrote"><button>Send</button>';
            }
            """);
        await visit.LeaveAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }));
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("You have been signed out");
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
