using Centra.Gate;
using Centra.Housekeeping;
using Centra.Register;
using Centra.Rekeying;
using Centra.Silo;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>How the service stands: its silos, the register and its shards, what waits to be sent, what runs by itself.</summary>
internal sealed class ServiceStanding(IGrainFactory grains, GateState gate, EngineHealth engine, ShardLayout layout, Vault vault, ReadStore read, IModifiedGrains modified, IEnumerable<IHousekeepingTask> tasks, TimeProvider clock)
{
    /// <summary>Reads it.</summary>
    public async Task<StandingNow> ReadAsync()
    {
        var head = await vault.Database.ReadAsync(RegisterHead.ReadAsync);
        var optOuts = await vault.Database.ReadAsync(OptOuts.InForceAsync);
        var swept = await read.Database.ReadAsync(session => session.NumberAsync("select position from sweep_checkpoint where name = $1", StateAge.Sweep));
        return new StandingNow
        {
            IsOpen = gate.IsOpen,
            Engine = engine.Check(),
            Silos = engine.Silos(),
            Shards = await ShardsAsync(head.Sequence),
            Sequence = head.Sequence,
            Epochs = [.. head.Epochs],
            OptOutsInForce = optOuts,
            Rekeying = await grains.GetGrain<IRekeyingGrain>("rekeying/register").View(),
            MailWaiting = await read.Database.ReadAsync(session => session.NumberAsync("select count(*) from message where next_at is not null")),
            MailFailing = await read.Database.ReadAsync(session => session.NumberAsync("select count(*) from message where next_at is not null and attempts > 0")),
            Tasks = [.. tasks.Select(task => (task.Name, task.Period)).OrderBy(task => task.Name, StringComparer.Ordinal)],
            Unswept = (await modified.ModifiedSinceAsync(swept, StandingNow.MostUnswept)).Count,
            ReadAt = clock.GetUtcNow(),
        };
    }

    // An empty question: what a shard stands at, or why it cannot say.
    private Task<ShardNow[]> ShardsAsync(long head) => Task.WhenAll(Enumerable.Range(0, layout.Count).Select(async number =>
    {
        var grain = grains.GetGrain<IRegisterShardGrain>(ShardLayout.KeyOf(number));
        var answer = await grain.Probe(new ShardQuestion(head, []));
        return new ShardNow(number, answer.IsRefused ? null : answer.Value.Sequence, answer.Refusal?.Detail);
    }));
}

/// <summary>How the service stands at a moment.</summary>
public sealed record StandingNow
{
    /// <summary>Whether it answers about people.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Processes.</summary>
    public IReadOnlyList<SiloStanding> Silos { get; init; } = [];

    /// <summary>What runs the grains.</summary>
    public EngineStatus Engine { get; init; } = null!;

    /// <summary>Parts of the register.</summary>
    public IReadOnlyList<ShardNow> Shards { get; init; } = [];

    /// <summary>The register's last operation.</summary>
    public long Sequence { get; init; }

    /// <summary>Key epochs in force.</summary>
    public IReadOnlyList<int> Epochs { get; init; } = [];

    /// <summary>How many opt-outs are in force.</summary>
    public long OptOutsInForce { get; init; }

    /// <summary>Whether keys are being changed.</summary>
    public RekeyingView Rekeying { get; init; } = null!;

    /// <summary>E-mail that is still to be sent.</summary>
    public long MailWaiting { get; init; }

    /// <summary>E-mail that was not taken at least once.</summary>
    public long MailFailing { get; init; }

    /// <summary>What runs by itself, and how often.</summary>
    public IReadOnlyList<(string Name, TimeSpan Period)> Tasks { get; init; } = [];

    /// <summary>As many writes as are counted.</summary>
    public const int MostUnswept = 200;

    /// <summary>Writes that the sweep has not looked at yet.</summary>
    public int Unswept { get; init; }

    /// <summary>When this was read.</summary>
    public DateTimeOffset ReadAt { get; init; }
}

/// <summary>A part of the register; without a sequence it could not say where it stands.</summary>
public sealed record ShardNow(int Number, long? Sequence, string? Why);
