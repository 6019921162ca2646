using Centra.Api.Hosting;
using OpenTelemetry.Exporter;

namespace Centra.Api.Telemetry;

/// <summary>
/// Where traces and metrics are sent by OTLP. Centra:Telemetry names the collector, Centra:TelemetryProtocol is grpc or http/protobuf;
/// or the standard OTEL_EXPORTER_OTLP_... variables say all of it, and then nothing stands here.
/// </summary>
/// <param name="Endpoint">The collector; null: as the standard variables say.</param>
/// <param name="Protocol">How it is spoken to.</param>
internal sealed record TelemetrySettings(Uri? Endpoint, OtlpExportProtocol Protocol)
{
    private const string Http = "http/protobuf";
    private static readonly string[] Standard = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>What is configured, or null: then nothing is measured and nothing is sent.</summary>
    /// <exception cref="SettingsException">The address or the protocol is none.</exception>
    public static TelemetrySettings? Read(IConfiguration centra, Func<string, string?> variable)
    {
        if (string.Equals(variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return null;
        if (centra["Telemetry"] is not { Length: > 0 } address)
            return Standard.Any(name => !string.IsNullOrEmpty(variable(name))) ? new TelemetrySettings(null, OtlpExportProtocol.Grpc) : null;
        var endpoint = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingsException("Centra:Telemetry is the http or https address of an OTLP collector.");
        return new TelemetrySettings(endpoint, centra["TelemetryProtocol"] switch
        {
            null or "" or "grpc" => OtlpExportProtocol.Grpc,
            Http => OtlpExportProtocol.HttpProtobuf,
            _ => throw new SettingsException($"Centra:TelemetryProtocol is grpc or {Http}."),
        });
    }

    /// <summary>Tells an exporter, where the standard variables do not.</summary>
    /// <param name="options">The exporter's options.</param>
    /// <param name="signal">traces or metrics.</param>
    public void Apply(OtlpExporterOptions options, string signal)
    {
        if (Endpoint is null)
            return;
        options.Protocol = Protocol;
        options.Endpoint = Protocol is OtlpExportProtocol.HttpProtobuf ? new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}") : Endpoint;
    }
}
