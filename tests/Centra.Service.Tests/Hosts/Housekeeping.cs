using Centra.Housekeeping;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Hosts;

/// <summary>Runs what the service does by itself from time to time.</summary>
public static class Housekeeping
{
    /// <summary>Runs a task now.</summary>
    public static async Task HousekeepAsync(this ServiceApp app, string task)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetServices<IHousekeepingTask>().Single(one => one.Name == task).RunAsync();
    }
}
