using Centra.Api.Hosting;
using Centra.Api.Security;
using Centra.Gate;
using Centra.Practices;
using Centra.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Centra.Cli.Tests.Hosts;

/// <summary>The real service in this process, on a free port of the loopback address and a folder of its own.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    private readonly string _folder;
    private readonly TempFolder? _own;
    private CentraStorage? _storage;
    private WebApplication? _app;
    private int _practices;

    public ServiceFixture() => _folder = (_own = new TempFolder()).Path;

    /// <summary>On a folder that stays.</summary>
    internal ServiceFixture(string folder) => _folder = folder;

    public string Address => _app!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
        var settings = ServiceSettings.Read(["--data", _folder, "--port", "0"]);
        _storage = await CentraStorage.OpenAsync(settings.Storage, TimeProvider.System);
        _app = Service.Build([], settings, _storage);
        await _app.StartAsync();
        await Get<GateOpening>().OpenAsync(CancellationToken.None);
    }

    /// <summary>A new practice in good standing: a key of it, with these scopes.</summary>
    public async Task<string> PracticeKeyAsync(KeyScopes scopes = KeyScopes.Ingest | KeyScopes.Screen | KeyScopes.OptOut)
    {
        var id = $"practice{Interlocked.Increment(ref _practices)}";
        await HandleAsync(id, new JoinPractice(id));
        await HandleAsync(id, new RecordAgreement(new DateOnly(2099, 1, 1), new string('a', 64)));
        await HandleAsync(id, new Attest(OffersOptOut: true));
        await HandleAsync(id, new Activate());
        var key = ApiKeys.New(id, Get<IdSource>());
        await HandleAsync(id, new IssueKey(key.KeyId, "test", scopes, key.SecretSha256));
        return key.Text;
    }

    /// <summary>Revokes a key.</summary>
    public Task RevokeAsync(string key) => HandleAsync(ApiKeys.Parse(key)!.PracticeId, new RevokeKey(ApiKeys.Parse(key)!.KeyId));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (_storage is not null)
            await _storage.DisposeAsync();
        _own?.Dispose();
    }

    private async Task HandleAsync(string practiceId, PracticeCommand command)
    {
        var context = new CommandContext(Get<IdSource>().NewCommandId(), new Actor("tester", null));
        (await Get<IGrainFactory>().GetGrain<IPracticeGrain>($"practice/{practiceId}").Handle(context, command)).Refusal.ShouldBeNull();
    }

    private T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();
}
