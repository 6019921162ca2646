using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;

namespace Centra.Embedded;

/// <summary>Puts the embedded engine into a host.</summary>
public static class EmbeddedEngineHosting
{
    /// <summary>
    /// Adds the engine and <see cref="IGrainFactory"/>. It starts and stops with the host; what must be ready before the first call
    /// is to be registered before it; so may a factory that stands in front of its grains. Storage, reminder table, call filters and <see cref="TimeProvider"/> come from the services.
    /// </summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, Action<EmbeddedEngineOptions> configure)
    {
        services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EmbeddedEngine>();
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<EmbeddedEngine>().Grains);
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedEngine>());
        return services;
    }
}
