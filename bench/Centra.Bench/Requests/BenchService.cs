using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Centra.Api.Demo;
using Centra.Api.Hosting;
using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Centra.Bench.Requests;

/// <summary>The real service in this process, with the people, catalogue and first draft of the demo, on a folder of its own.</summary>
internal sealed class BenchService : IAsyncDisposable
{
    private readonly CentraStorage _storage;
    private readonly WebApplication _app;

    private BenchService(CentraStorage storage, WebApplication app) => (_storage, _app) = (storage, app);

    /// <summary>Its grains.</summary>
    public IGrainFactory Grains => Get<IGrainFactory>();

    /// <summary>Its read model.</summary>
    public IDatabase Read => _storage.Read.Database;

    /// <summary>Its people.</summary>
    public DemoPlan Plan => DemoPlan.Of(_storage.Settings.DataFolder, Get<IdSource>());

    /// <summary>The one who writes requests.</summary>
    public DemoUser Applicant => Plan.Users.First(user => user.Role == Roles.Applicant);

    public static async Task<BenchService> StartAsync(string folder)
    {
        var settings = ServiceSettings.Read(["--data", folder, "--port", "0", "--demo"]);
        var storage = await CentraStorage.OpenAsync(settings.Storage, TimeProvider.System);
        var app = Service.Build([], settings, storage);
        await app.StartAsync();
        await app.Services.GetRequiredService<Opening>().OpenAsync(app, settings);
        return new BenchService(storage, app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A client that has signed in as the applicant.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
        var answer = await client.PostAsJsonAsync("/api/tokens", new { email = Applicant.Email, password = Applicant.Password });
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
    }
}
