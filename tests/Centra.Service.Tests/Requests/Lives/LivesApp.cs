using Centra.Api.Billing;
using Centra.Service.Tests.Billing;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Requests;

/// <summary>A service with everybody and a payment provider.</summary>
public class LivesApp : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>Everybody.</summary>
    public RequestCast Cast { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        Cast = await RequestCast.AssembleAsync(await ServiceApp.StartAsync(_folder.Path, also: Add));
        foreach (var member in new[] { "pi", "colleague" })
            await Cast["officer"].TrainAsync(Cast.App, Cast[member]);
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        if (Cast is not null)
            await Cast.App.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds what the service has beside its own.</summary>
    protected virtual void Add(IServiceCollection services) => services.AddSingleton(new WebhookSecrets([AppBilling.Secret], null));
}
