using System.Diagnostics.Metrics;
using Centra.Ingest;

namespace Centra.Telemetry;

/// <summary>What passes through the gate. Tags are outcomes and codes, never ids.</summary>
public sealed class GateMetrics : IDisposable
{
    /// <summary>What the meter is called.</summary>
    public const string Name = "Centra.Gate";

    private const string Outcome = "centra.outcome";
    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _lines;
    private readonly Counter<long> _batches;
    private readonly Counter<long> _screened;
    private readonly Histogram<double> _batchTime;
    private readonly Histogram<double> _optOutTime;

    /// <summary>Instruments that cost next to nothing while nobody listens.</summary>
    public GateMetrics()
    {
        _lines = _meter.CreateCounter<long>("centra.ingest.lines", "{line}", "Lines decided, by outcome");
        _batches = _meter.CreateCounter<long>("centra.ingest.batches", "{batch}", "Batches, done or refused by code");
        _screened = _meter.CreateCounter<long>("centra.screen.lines", "{line}", "Identities screened, by decision");
        _batchTime = _meter.CreateHistogram<double>("centra.ingest.batch.duration", "s", "From a batch's first byte to its receipt");
        _optOutTime = _meter.CreateHistogram<double>("centra.opt_out.duration", "s", "From an opt-out's arrival at the register to the end of its sweep");
    }

    /// <summary>Whether an instrument is one of these: another gate in the same process has its own of the same names.</summary>
    public bool Owns(Instrument instrument) => instrument.Meter == _meter;

    /// <summary>A batch was answered.</summary>
    public void Batch(Result<BatchReceipt> answer, TimeSpan took)
    {
        _batches.Add(1, Tag(answer.IsRefused ? answer.Refusal.Code : "done"));
        _batchTime.Record(took.TotalSeconds);
        if (answer.IsRefused)
            return;
        var counts = answer.Value.Counts;
        foreach (var (count, outcome) in new[]
            { (counts.Accepted, "accepted"), (counts.Unchanged, "unchanged"), (counts.Suppressed, "suppressed"), (counts.Review, "review"), (counts.Rejected, "rejected") })
        {
            if (count > 0)
                _lines.Add(count, Tag(outcome));
        }
    }

    /// <summary>Identities were screened with one decision.</summary>
    public void Screened(string decision, long count) => _screened.Add(count, Tag(decision));

    /// <summary>Opt-outs of one transaction were acknowledged.</summary>
    public void OptOut(TimeSpan took) => _optOutTime.Record(took.TotalSeconds);

    /// <summary>Has something measured whenever somebody listens.</summary>
    public void Gauge(string name, string unit, string description, Func<IEnumerable<Measurement<long>>> measure) =>
        _meter.CreateObservableGauge(name, measure, unit, description);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string outcome) => new(Outcome, outcome);
}
