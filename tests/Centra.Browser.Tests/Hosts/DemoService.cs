using System.Net.Http.Json;
using System.Text.Json;
using Centra.Api.Demo;
using Centra.Api.Hosting;
using Centra.Api.People;
using Centra.Api.Portal;
using Centra.Billing;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Browsing.Hosts;

/// <summary>The real service with the people, patients and requests of the demonstration, on a free port and a folder of its own.</summary>
public sealed class DemoService : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly CentraStorage _storage;
    private readonly WebApplication _app;

    private DemoService(TempFolder folder, CentraStorage storage, WebApplication app) => (_folder, _storage, _app) = (folder, storage, app);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Patterns of the pages and files that it shows in a browser.</summary>
    public IReadOnlyList<string> Pages =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(pattern => !pattern.StartsWith("/api/", StringComparison.Ordinal))
            .Distinct()];

    /// <summary>Somebody's address to sign in with: the first of a role, or a later one.</summary>
    public static string EmailOf(string role, int number = 1) => $"{role.ToLowerInvariant()}{(number == 1 ? "" : number)}@demo.example";

    /// <summary>The password of somebody.</summary>
    public async Task<string> PasswordOfAsync(string role, int number = 1) =>
        (await _app.Services.GetRequiredService<DemoDoor>().PeopleAsync()).Single(person => person.Email == EmailOf(role, number)).Password;

    /// <summary>A program of theirs, which speaks to the interface.</summary>
    public async Task<HttpClient> ProgramAsync(string role, int number = 1)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = Address };
        using var answer = await client.PostAsJsonAsync("/api/tokens", new { email = EmailOf(role, number), password = await PasswordOfAsync(role, number) });
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return client;
    }

    /// <summary>A request whose invoice waits to be paid, brought there as those of the demonstration are.</summary>
    public async Task InvoicedAsync(string id, string title) =>
        await (await (await Walk(id, title, 30).ApprovedAsync()).ExecutedAsync()).SendAsync(Roles.Finance, new ForLedger(new IssueInvoice(0, 0, 0, [])));

    /// <summary>A request that was handed in is checked, voted on and approved, and the applicant told.</summary>
    public async Task ApproveAsync(string id) =>
        await (await (await Walk(id, "", 12).CheckedAsync()).VoteAsync(Recommendation.Approve, Recommendation.Approve, Recommendation.Approve)).DecideAsync(isApproved: true);

    private DemoWalk Walk(string id, string title, int daysAgo)
    {
        var services = _app.Services;
        var plan = DemoPlan.Of(_folder.Path, services.GetRequiredService<IdSource>());
        return new DemoWalk(services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<ReleaseBench>(), plan, id, title, TimeProvider.System.GetUtcNow().AddDays(-daysAgo));
    }

    /// <summary>Starts it.</summary>
    public static async Task<DemoService> StartAsync()
    {
        var folder = new TempFolder();
        var settings = ServiceSettings.Read(["--data", folder.Path, "--port", "0"]) with { Demo = DemoSetting.Made, WebhookSecrets = new([Provider.Secret], null) };
        var storage = await CentraStorage.OpenAsync(settings.Storage with { ShardBits = 1 }, TimeProvider.System);
        var app = Service.Build([], settings, storage, Quicken);
        await app.StartAsync();
        await app.Services.GetRequiredService<Opening>().OpenAsync(app, settings);
        return new DemoService(folder, storage, app);
    }

    // What is tested is neither the hash of passwords nor the limit of attempts.
    private static void Quicken(IServiceCollection services)
    {
        services.RemoveAll<ILoggerProvider>();
        services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 10);
        services.PostConfigure<SignInLimits>(limits => (limits.PerAddress, limits.PerEmail) = (10_000, 1_000));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
        _folder.Dispose();
    }
}
