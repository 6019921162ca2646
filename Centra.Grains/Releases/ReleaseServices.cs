using Centra.Housekeeping;
using Centra.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Releases;

/// <summary>Releases, as services.</summary>
public static class ReleaseServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddReleases(this IServiceCollection services) => services
        .AddSingleton<IProjection, ReleaseProjection>().AddSingleton<ReleaseQueue>().AddSingleton<ReleaseBuilding>().AddSingleton<ReleaseBench>()
        .AddHostedService(provider => provider.GetRequiredService<ReleaseBench>()).AddSingleton<IHousekeepingTask, ReleaseBuilds>();
}
