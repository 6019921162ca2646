using Centra.Api.Hosting;
using Centra.Api.People;
using Centra.Gate;
using Centra.Silo;
using Centra.Starting;
using Centra.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Service.Tests.Hosts;

/// <summary>The real service on a free port and a folder of its own: real authentication, real storage, a clock that can be set forward.</summary>
public sealed class ServiceApp : IAsyncDisposable
{
    private static readonly SemaphoreSlim Describing = new(1);
    private static DescribedApi? s_description;

    private readonly CentraStorage _storage;
    private readonly WebApplication _app;

    private ServiceApp(CentraStorage storage, WebApplication app, ShiftedClock clock, LogBook logs) => (_storage, _app, Clock, Logs) = (storage, app, clock, logs);

    /// <summary>Its clock.</summary>
    public ShiftedClock Clock { get; }

    /// <summary>Everything that it logged.</summary>
    public LogBook Logs { get; }

    /// <summary>Its routes.</summary>
    public IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints =>
        ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints);

    /// <summary>A caller without any credentials.</summary>
    public HttpClient Anonymous => Client(null);

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its data.</param>
    /// <param name="postgres">Databases for the vault with the read model, and for patients' keys; null: SQLite. Grain state stays in the folder.</param>
    /// <param name="also">Further services.</param>
    /// <param name="states">A database for grain state; null: in the folder.</param>
    /// <param name="elsewhere">What of its storage is elsewhere, too.</param>
    public static async Task<ServiceApp> StartAsync(string folder, (string Main, string Keys)? postgres = null, Action<IServiceCollection>? also = null, string? states = null,
        Func<StorageSettings, StorageSettings>? elsewhere = null)
    {
        var (clock, logs) = (new ShiftedClock(), new LogBook());
        var settings = ServiceSettings.Read(["--data", folder, "--port", "0"]);
        settings = settings with { Silo = settings.Silo with { Postgres = states } };
        settings = settings with { Storage = settings.Storage with { Postgres = postgres?.Main, PostgresKeys = postgres?.Keys, ShardBits = 1 } };
        settings = settings with { Storage = elsewhere?.Invoke(settings.Storage) ?? settings.Storage };
        var storage = await CentraStorage.OpenAsync(settings.Storage, clock);
        var app = Api.Hosting.Service.Build([], settings, storage, services => Replace(services, clock, logs, also));
        await app.StartAsync();
        await app.Services.GetRequiredService<GateOpening>().OpenAsync(CancellationToken.None);
        await app.Services.GetRequiredService<FirstContents>().MakeAsync();
        return new ServiceApp(storage, app, clock, logs);
    }

    /// <summary>Starts it on PostgreSQL, grain state too where the engine can; null where there is no server.</summary>
    public static async Task<ServiceApp?> TryStartOnPostgresAsync(string folder, Action<IServiceCollection>? also = null)
    {
        if (await PrivatePostgres.TryStartAsync() is not { } server)
            return null;
        var states = SiloHosting.IsForClusters ? await server.CreateDatabaseAsync() : null;
        return await StartAsync(folder, (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync()), also, states);
    }

    /// <summary>The service that a fixture started; the test is skipped where there was no server for it.</summary>
    public static ServiceApp OrSkip(ServiceApp? app)
    {
        Assert.SkipWhen(app is null, PrivatePostgres.Absence);
        return app;
    }

    /// <summary>A service of it.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Whether there is a service.</summary>
    public bool Has<T>()
        where T : class => _app.Services.GetService<T>() is not null;

    /// <summary>A scope of services, as a request has one.</summary>
    public AsyncServiceScope Scope() => _app.Services.CreateAsyncScope();

    /// <summary>A grain.</summary>
    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Get<IGrainFactory>().GetGrain<T>(key);

    /// <summary>The context of a new command of the host's.</summary>
    public CommandContext Command(string actor = PersonRules.Host) => new(Get<IdSource>().NewCommandId(), new Actor(actor, null));

    /// <summary>A caller who sends a token or key.</summary>
    public HttpClient Client(string? bearer)
    {
        var client = new HttpClient(new DescribedRefusals(Handler(), DescriptionAsync)) { BaseAddress = Address };
        if (bearer is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        return client;
    }

    private Uri Address => new(_app.Urls.Single());

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };

    // Read once for all services: they are the same program.
    private async Task<DescribedApi> DescriptionAsync()
    {
        await Describing.WaitAsync();
        try
        {
            using var client = new HttpClient(Handler()) { BaseAddress = Address };
            return s_description ??= await DescribedApi.ReadAsync(client);
        }
        finally
        {
            Describing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
    }

    // Hashing passwords as slowly as in service would make the suite slow, and what is tested is not the hash.
    private static void Replace(IServiceCollection services, ShiftedClock clock, LogBook logs, Action<IServiceCollection>? also)
    {
        services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(logs).AddSingleton<TimeProvider>(clock);
        services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 10);
        services.PostConfigure<SignInLimits>(limits => (limits.PerAddress, limits.PerEmail) = (10_000, 1_000));
        also?.Invoke(services);
    }
}
