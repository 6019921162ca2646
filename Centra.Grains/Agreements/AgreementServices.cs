using Centra.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Agreements;

/// <summary>Agreements, as services.</summary>
public static class AgreementServices
{
    /// <summary>Adds them to the gate.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddSingleton<IProjection, AgreementProjection>().AddSingleton<AgreementDrafting>();
}
