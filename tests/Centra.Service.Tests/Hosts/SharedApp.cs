namespace Centra.Service.Tests.Hosts;

/// <summary>One service for the tests of a class, each with practices, people and patients of its own.</summary>
public class SharedApp : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ServiceApp? _app;

    /// <summary>The service.</summary>
    public ServiceApp App => ServiceApp.OrSkip(_app);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _app = await StartAsync(_folder.Path);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the service; null where there is no server for it.</summary>
    protected virtual async Task<ServiceApp?> StartAsync(string folder) => await ServiceApp.StartAsync(folder);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresSharedApp : SharedApp
{
    /// <inheritdoc/>
    protected override Task<ServiceApp?> StartAsync(string folder) => ServiceApp.TryStartOnPostgresAsync(folder);
}
