using System.Data.Common;
using Centra.Storage;
using Centra.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Centra.Api.Telemetry;

/// <summary>Sends the gate's spans and metrics while the service runs, and what is left when it stops.</summary>
internal sealed class TelemetryHost(TelemetrySettings settings, GateGauges gauges, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(GateTraces.Name)
            .AddOtlpExporter(options => settings.Apply(options, "traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(GateMetrics.Name, "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter(options => settings.Apply(options, "metrics")).Build();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Sends what there is now; false where nobody took it.</summary>
    public async Task<bool> FlushAsync()
    {
        await RefreshAsync();
        var traces = _traces?.ForceFlush() ?? false;
        return (_metrics?.ForceFlush() ?? false) && traces;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            do
                await RefreshAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    // A gauge that cannot be read keeps its last value: measuring must not bring down what is measured.
    private async Task RefreshAsync()
    {
        try
        {
            await gauges.RefreshAsync();
        }
        catch (Exception error) when (error is DbException or StorageUnavailableException)
        {
        }
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService("centra", serviceVersion: typeof(TelemetryHost).Assembly.GetName().Version?.ToString());
}
