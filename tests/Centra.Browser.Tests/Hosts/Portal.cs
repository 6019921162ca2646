using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Portal))]

namespace Centra.Browsing.Hosts;

/// <summary>One browser and one service for all tests. Each test brings requests and patients of its own.</summary>
public sealed class Portal : IAsyncLifetime
{
    // Machines are slow when they are busy; nothing waits as long as this otherwise.
    private const int Patience = 30_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<IBrowserContext>>> _signedIn = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private DemoService? _service;

    /// <summary>Makes one that is not started yet.</summary>
    public Portal()
    {
    }

    private Portal(IBrowser? browser, DemoService? service) => (_browser, _service) = (browser, service);

    /// <summary>The service.</summary>
    public DemoService Service
    {
        get
        {
            Assert.SkipWhen(_service is null, Chromium.Absence);
            return _service;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } program)
            return;
        SetDefaultExpectTimeout(Patience);
        var service = DemoService.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright, program);
        _service = await service;
    }

    /// <summary>Another service, seen through the same browser; an absent one where there is no browser.</summary>
    public async Task<Portal> BesideAsync() => new(_browser, _browser is null ? null : await DemoService.StartAsync());

    /// <summary>A browser in which nobody has signed in.</summary>
    public async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null) => new(await (await ContextAsync(options ?? new(), null)).NewPageAsync(), isAlone: true);

    /// <summary>A window in which somebody has signed in: by the demonstration's button, once for all their windows. One that is to be of another kind is of a browser of its own.</summary>
    public async Task<Visit> VisitAsync(string role, int number = 1, BrowserNewContextOptions? options = null)
    {
        var theirs = await _signedIn.GetOrAdd(DemoService.EmailOf(role, number), email => new(() => SignInAsync(email))).Value;
        return options is null
            ? new Visit(await theirs.NewPageAsync(), isAlone: false)
            : new Visit(await (await ContextAsync(options, await theirs.StorageStateAsync())).NewPageAsync(), isAlone: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_playwright is not null)
            await _browser!.CloseAsync();
        _playwright?.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private async Task<IBrowserContext> SignInAsync(string email)
    {
        var context = await ContextAsync(new(), null);
        await using var visit = new Visit(await context.NewPageAsync(), isAlone: false);
        await visit.GoAsync("/sign-in");
        await visit.Page.Locator($"form:has(input[value='{email}']) button").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(Service.Address, "/home").ToString());
        return context;
    }

    private async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options, string? state)
    {
        (options.BaseURL, options.StorageState, options.TimezoneId, options.Locale) = (Service.Address.ToString(), state, "America/New_York", "en-US");
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }
}
