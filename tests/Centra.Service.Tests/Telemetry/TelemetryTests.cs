using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Centra.Api.Hosting;
using Centra.Api.Telemetry;
using Centra.Telemetry;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace Centra.Service.Tests.Telemetry;

public class TelemetryTests
{
    private const string LastSpan = "GET /api/patients/{handle}";
    private static readonly Patient Ottilie = new("mrn-77", "Ottilie", "Quarrington", "1961-04-02", "536-11-0600");
    private static readonly Patient Augusta = new("mrn-78", "Augusta", "Thistlewood", "1949-02-11", "536-11-0602");

    [Fact]
    public async Task Collector_GetsMetricsAndSpans_AndNobodysName()
    {
        using var folder = new TempFolder();
        await using var collector = await OtlpReceiver.StartAsync();
        await using var app = await ServiceApp.StartAsync(folder.Path, also: services =>
            services.AddTelemetry(new TelemetrySettings(new Uri(collector.Address), OtlpExportProtocol.HttpProtobuf)));
        var practice = await app.AsPractice("northern-light");
        await practice.IngestAsync(Ottilie, Augusta);
        var optOut = (await practice.OptOutAsync(Augusta).Json()).Text("optOutId");
        var handle = await practice.HandleAsync(Ottilie.Id);
        await practice.GetAsync($"/api/patients/{handle}").Json();

        (await app.Get<TelemetryHost>().FlushAsync()).ShouldBeTrue();
        await Patience.UntilThereAsync(() => LastSpanAsync(app, collector));

        var (metrics, spans) = (collector.Text("metrics"), collector.Text("traces"));
        foreach (var name in new[] { "ingest.lines", "ingest.batches", "ingest.batch.duration", "opt_out.duration", "register.head", "register.lag", "sweeps.pending", "storage.writes.waiting" })
            metrics.ShouldContain($"centra.{name}");
        foreach (var name in new[] { "PUT /api/ingest/jobs/{id}/batches/{n:long}", LastSpan, "ingest batch", "opt out" })
            spans.ShouldContain(name);
        string[] names = ["Ottilie", "Quarrington", "Augusta", "Thistlewood", "mrn-7", "northern-light", "536-11", "1961-04-02", optOut, handle];
        foreach (var name in names)
            (metrics + spans).ShouldNotContain(name, Case.Insensitive);
    }

    // A request's span ends after its answer: whoever has the answer may be a moment ahead.
    private static async Task<string?> LastSpanAsync(ServiceApp app, OtlpReceiver collector) =>
        await app.Get<TelemetryHost>().FlushAsync() && collector.Text("traces") is var spans && spans.Contains(LastSpan, StringComparison.Ordinal) ? spans : null;

    [Fact]
    public async Task Metrics_CountLinesByOutcome_AndWhereTheRegisterStands()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        using var meters = new MeasuredGate(app.Get<GateMetrics>());
        var practice = await app.AsPractice("north");
        await practice.OptOutAsync(Augusta).Json();
        await practice.IngestAsync(Ottilie, Augusta);
        await app.Get<GateGauges>().RefreshAsync();

        meters.Measure();

        meters.Sum("centra.ingest.lines accepted").ShouldBe(3);
        meters.Sum("centra.ingest.lines suppressed").ShouldBe(3);
        meters.Sum("centra.ingest.batches done").ShouldBe(2);
        meters.Sum("centra.register.head").ShouldBe(1);
        meters.Sum("centra.register.lag").ShouldBe(0);
        meters.Sum("centra.sweeps.pending").ShouldBe(0);
        meters.Names.ShouldContain("centra.opt_out.duration");
        meters.Names.ShouldContain("centra.storage.writes.waiting vault");
    }

    [Fact]
    public async Task NotConfigured_NobodyListens()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);

        app.Has<TelemetryHost>().ShouldBeFalse();
        app.Has<TelemetrySettings>().ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, null, "none")]
    [InlineData(null, null, "http://collector:4317", "standard")]
    [InlineData("http://collector:4318/", "http/protobuf", null, "http://collector:4318/v1/traces")]
    [InlineData("http://collector:4317", null, null, "http://collector:4317/")]
    [InlineData("collector", null, null, "refused")]
    [InlineData("http://collector:4318", "json", null, "refused")]
    public void Settings_AreReadFromOursOrTheStandardOnes(string? address, string? protocol, string? standard, string expected)
    {
        var centra = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Telemetry"] = address, ["TelemetryProtocol"] = protocol }).Build();

        Read().ShouldBe(expected);

        string Read()
        {
            try
            {
                if (TelemetrySettings.Read(centra, name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? standard : null) is not { } settings)
                    return "none";
                var options = new OtlpExporterOptions();
                settings.Apply(options, "traces");
                return settings.Endpoint is null ? "standard" : options.Endpoint.AbsoluteUri;
            }
            catch (SettingsException)
            {
                return "refused";
            }
        }
    }

    // Of one service only: others may run in this process at the same time.
    private sealed class MeasuredGate : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, double Value)> _measured = new();

        public MeasuredGate(GateMetrics metrics)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (metrics.Owns(instrument))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<string> Names => _measured.Select(one => one.Name);

        public void Measure() => _listener.RecordObservableInstruments();

        public double Sum(string name) => _measured.Where(one => one.Name == name).Sum(one => one.Value);

        public void Dispose() => _listener.Dispose();

        private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _measured.Enqueue((tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}", value));
    }
}
