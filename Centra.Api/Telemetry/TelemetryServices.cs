namespace Centra.Api.Telemetry;

/// <summary>Telemetry, as services: none at all unless it is configured.</summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings? settings) => settings is null
        ? services
        : services.AddSingleton(settings).AddSingleton<TelemetryHost>().AddHostedService(provider => provider.GetRequiredService<TelemetryHost>())
            .AddSingleton<IStartupFilter, RequestTraces>();
}
