namespace Centra.Browsing.Hosts;

/// <summary>Somebody before a page.</summary>
/// <param name="page">The page.</param>
/// <param name="isAlone">Whether nobody else uses this browser of theirs: then it goes with the visit.</param>
public sealed class Visit(IPage page, bool isAlone) : IAsyncDisposable
{
    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Opens an address, which has to be there.</summary>
    public async Task GoAsync(string path) => (await page.GotoAsync(path))!.Status.ShouldBe(200, path);

    /// <summary>Follows a link by all of its words.</summary>
    public Task FollowAsync(string link) => LeaveAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    /// <summary>Turns to another page of the same request.</summary>
    public Task TurnToAsync(string tab) => LeaveAsync(page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }));

    /// <summary>Goes from home to what waits there.</summary>
    public async Task TakeUpAsync(string duty, string title)
    {
        await GoAsync("/home");
        var card = page.Locator(".duties > li").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = duty }) });
        await LeaveAsync(card.Locator("ul > li").Filter(new() { HasText = title }).GetByRole(AriaRole.Link));
    }

    /// <summary>A form by its button; where it is folded up, it is opened by its summary first.</summary>
    public async Task<Sheet> SheetAsync(string button, string? summary = null)
    {
        var folded = page.Locator("details:not([open]) > summary").Filter(new() { HasTextRegex = new($"^{summary ?? button}") });
        if (await folded.CountAsync() > 0)
            await folded.First.ClickAsync();
        var name = Sheet.Named(button);
        return new Sheet(this, page.Locator("form").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { NameRegex = name }) }).First, name);
    }

    /// <summary>Sends a form that has nothing to be filled in.</summary>
    public async Task PressAsync(string button, string? summary = null) => await (await SheetAsync(button, summary)).SendAsync();

    /// <summary>Expects words on the page.</summary>
    public Task SeesAsync(string words) => Expect(page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Expects that words are nowhere on the page.</summary>
    public Task SeesNotAsync(string words) => Expect(page.Locator("main")).Not.ToContainTextAsync(words);

    /// <summary>Asks in their name without showing anything: for whoever only wants to know what is where.</summary>
    public async Task<HttpClient> ClientAsync(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        return client;
    }

    /// <summary>Clicks, and is on another page, or on the same one anew.</summary>
    public async Task LeaveAsync(ILocator where)
    {
        await page.EvaluateAsync("() => document.documentElement.setAttribute('data-left', '')");
        await where.ClickAsync();
        await Expect(page.Locator("html[data-left]")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await (isAlone ? page.Context.CloseAsync() : page.CloseAsync());
}
