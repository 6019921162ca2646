using Centra.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Billing;

/// <summary>Billing, as services.</summary>
public static class BillingServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        return services.AddSingleton<IProjection, LedgerProjection>().AddSingleton<IProjection, UnmatchedProjection>().AddSingleton<ProviderDesk>();
    }
}
