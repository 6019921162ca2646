using Centra.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Attachments;

/// <summary>A service that takes documents of up to a megabyte and has them scanned.</summary>
public sealed class ScannedApp : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ServiceApp? _app;

    /// <summary>The service.</summary>
    public ServiceApp App => _app!;

    /// <summary>Its scanner.</summary>
    public FakeClamd Clamd { get; } = new();

    /// <summary>Its data.</summary>
    public string Folder => _folder.Path;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        _app = await ServiceApp.StartAsync(_folder.Path, also: services => services.AddSingleton(new AttachmentSettings(1_000_000, Clamd.Address)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await Clamd.DisposeAsync();
        _folder.Dispose();
    }
}
