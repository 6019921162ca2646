using System.Diagnostics;
using Centra.Api.Hosting;
using Centra.Api.Security;
using Centra.Gate;
using Centra.Practices;
using Centra.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Bench.Gate;

/// <summary>The real service in this process with an open gate, on a folder of its own.</summary>
internal sealed class GateService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GateService(CentraStorage storage, WebApplication app, TimeSpan opened) => (Storage, _app, Opening) = (storage, app, opened);

    /// <summary>How long the gate took to open: mostly the loading of the register.</summary>
    public TimeSpan Opening { get; }

    /// <summary>Its storage.</summary>
    public CentraStorage Storage { get; }

    /// <summary>Its grains.</summary>
    public IGrainFactory Grains => Get<IGrainFactory>();

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its data.</param>
    /// <param name="postgres">Where vault, keys and read model are; null: SQLite files in the folder.</param>
    public static async Task<GateService> StartAsync(string folder, string? postgres = null)
    {
        var settings = ServiceSettings.Read(["--data", folder, "--port", "0"]);
        settings = settings with
        {
            Storage = settings.Storage with { Postgres = postgres },
            Silo = settings.Silo with { GrainAssemblies = [.. settings.Silo.GrainAssemblies, typeof(GateService).Assembly] },
        };
        var storage = await CentraStorage.OpenAsync(settings.Storage, TimeProvider.System);
        var app = Service.Build([], settings, storage, services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)));
        await app.StartAsync();
        var begun = Stopwatch.GetTimestamp();
        await app.Services.GetRequiredService<GateOpening>().OpenAsync(CancellationToken.None);
        return new GateService(storage, app, Stopwatch.GetElapsedTime(begun));
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A practice in good standing, with a client that has its key.</summary>
    public async Task<HttpClient> PracticeAsync(string id)
    {
        var key = ApiKeys.New(id, Get<IdSource>());
        const KeyScopes all = KeyScopes.Ingest | KeyScopes.Screen | KeyScopes.OptOut | KeyScopes.Read;
        foreach (var command in new PracticeCommand[]
            { new JoinPractice(id), new RecordAgreement(new DateOnly(2099, 1, 1), new string('a', 64)), new Attest(true), new Activate(), new IssueKey(key.KeyId, "bench", all, key.SecretSha256) })
        {
            var answer = await Grains.GetGrain<IPracticeGrain>($"practice/{id}").Handle(new CommandContext(Get<IdSource>().NewCommandId(), new Actor("bench", null)), command);
            if (answer.IsRefused)
                throw new InvalidOperationException(answer.Refusal.Code);
        }
        var handler = new SocketsHttpHandler { UseCookies = false };
        return new HttpClient(handler) { BaseAddress = new Uri(_app.Urls.Single()), DefaultRequestHeaders = { Authorization = new("Bearer", key.Text) }, Timeout = TimeSpan.FromMinutes(10) };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Storage.DisposeAsync();
    }
}
