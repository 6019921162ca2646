namespace Centra.Service.Tests.Hosts;

/// <summary>One service for the tests of a class, each with practices, people and patients of its own.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ServiceApp? _app;

    /// <summary>The service.</summary>
    public ServiceApp App => _app!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _app = await ServiceApp.StartAsync(_folder.Path);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }
}
