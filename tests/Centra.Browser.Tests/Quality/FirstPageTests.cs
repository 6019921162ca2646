namespace Centra.Browsing.Quality;

/// <summary>What comes over the wire before somebody can read.</summary>
public class FirstPageTests(Portal portal)
{
    private const int MostBytes = 100_000;

    // Shifts are told to whoever asks, also those that happened before.
    private const string Shifts = """
        () => new Promise(done => {
            new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
        })
        """;

    [Fact]
    public async Task FirstPage_WithEverythingOfIt_IsSmall_AndComesFromHereAlone()
    {
        await using var visit = await portal.VisitAsync();
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);
        await visit.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });

        answers.Count.ShouldBeGreaterThan(2);
        answers.ShouldAllBe(answer => answer.Url.StartsWith(portal.Service.Address.ToString(), StringComparison.Ordinal));
        var sizes = await Task.WhenAll(answers.Select(answer => answer.Request.SizesAsync()));
        sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize).ShouldBeLessThan(MostBytes);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/home")]
    [InlineData("/requests")]
    [InlineData("/requests/request-demo-04/review")]
    public async Task Page_OnceShown_StaysInItsPlace(string path)
    {
        await using var visit = await portal.VisitAsync(Roles.RequestManager);
        await visit.GoAsync(path);

        (await visit.Page.EvaluateAsync<double>(Shifts)).ShouldBeLessThan(0.01);
    }
}
