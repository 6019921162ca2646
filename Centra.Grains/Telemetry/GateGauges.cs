using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Centra.Storage;

namespace Centra.Telemetry;

/// <summary>
/// Where the gate stands: the register's head, how far the shards of this process are behind it, who waits for the writers, which erasures
/// wait for their sweep. What needs a database is read by <see cref="RefreshAsync"/>, not when somebody measures.
/// </summary>
public sealed class GateGauges
{
    internal const string Going = $"select count(*) from patient where {Patients.AreGoing}";
    private readonly CentraStorage _storage;
    private readonly ConcurrentDictionary<int, long> _shards = [];
    private long _head;
    private long _sweeps;

    /// <summary>Adds the gauges.</summary>
    public GateGauges(CentraStorage storage, GateMetrics metrics)
    {
        _storage = storage;
        metrics.Gauge("centra.register.head", "{operation}", "The register's sequence", () => [new(Volatile.Read(ref _head))]);
        metrics.Gauge("centra.register.lag", "{operation}", "How far the shard that is furthest behind is behind the head", () => [new(Lag())]);
        metrics.Gauge("centra.sweeps.pending", "{patient}", "Erasures that are committed and not swept yet", () => [new(Volatile.Read(ref _sweeps))]);
        metrics.Gauge("centra.storage.writes.waiting", "{write}", "Writes that wait for a database's one writer", Waiting);
    }

    /// <summary>A shard of this process stands at a sequence.</summary>
    public void ShardStands(int number, long sequence) => _shards[number] = sequence;

    /// <summary>A shard has left this process.</summary>
    public void ShardGone(int number) => _shards.TryRemove(number, out _);

    /// <summary>Reads what stands in the vault.</summary>
    public async Task RefreshAsync()
    {
        var (head, sweeps) = await _storage.Vault.Database.ReadAsync(async session => ((await RegisterHead.ReadAsync(session)).Sequence,
            await session.NumberAsync(Going) + await session.NumberAsync("select count(*) from patient where status = 4 and key_no <> 0")));
        Volatile.Write(ref _head, head);
        Volatile.Write(ref _sweeps, sweeps);
    }

    private long Lag() => _shards.IsEmpty ? 0 : Math.Max(0, Volatile.Read(ref _head) - _shards.Values.Min());

    private IEnumerable<Measurement<long>> Waiting() =>
    [
        new(_storage.Vault.Database.WaitingWrites, Database("vault")), new(_storage.Keys.WaitingWrites, Database("keys")), new(_storage.Read.Database.WaitingWrites, Database("read")),
    ];

    private static KeyValuePair<string, object?> Database(string name) => new("centra.database", name);
}
