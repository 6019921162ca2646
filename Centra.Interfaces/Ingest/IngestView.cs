using System.Collections.Immutable;
using Orleans;

namespace Centra.Ingest;

/// <summary>Where a job stands.</summary>
public enum JobPhase
{
    /// <summary>There is no such job.</summary>
    None = 0,

    /// <summary>Patients and reference data are taken; clinical lines are not.</summary>
    Patients = 1,

    /// <summary>Everything is taken.</summary>
    Clinical = 2,

    /// <summary>Nothing is taken any more.</summary>
    Complete = 3,
}

/// <summary>An ingest job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="PracticeId">Whose records.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="CompletedAt">When it was completed.</param>
/// <param name="Counts">The sum over its complete batches.</param>
/// <param name="CompleteBatches">Numbers of the batches that are complete.</param>
[GenerateSerializer, Immutable, Alias("centra.ingest.job")]
public sealed record JobView(
    [property: Id(0)] string JobId,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] JobPhase Phase,
    [property: Id(3)] DateTimeOffset OpenedAt,
    [property: Id(4)] DateTimeOffset? CompletedAt,
    [property: Id(5)] LineCounts Counts,
    [property: Id(6)] ImmutableArray<long> CompleteBatches);

/// <summary>What became of lines. The last five add up to the first.</summary>
/// <param name="Read">Lines, blank ones left out.</param>
/// <param name="Accepted">Written.</param>
/// <param name="Unchanged">There already, as sent or newer.</param>
/// <param name="Suppressed">Kept out: the patient opted out.</param>
/// <param name="Review">Held until a privacy officer decides.</param>
/// <param name="Rejected">Unreadable, or belonging to nobody known.</param>
[GenerateSerializer, Immutable, Alias("centra.ingest.counts")]
public sealed record LineCounts(
    [property: Id(0)] long Read,
    [property: Id(1)] long Accepted,
    [property: Id(2)] long Unchanged,
    [property: Id(3)] long Suppressed,
    [property: Id(4)] long Review,
    [property: Id(5)] long Rejected)
{
    /// <summary>Nothing read.</summary>
    public static LineCounts Zero { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public LineCounts Plus(LineCounts other) => new(
        Read + other.Read, Accepted + other.Accepted, Unchanged + other.Unchanged, Suppressed + other.Suppressed, Review + other.Review, Rejected + other.Rejected);
}

/// <summary>The receipt of a complete batch.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Batch">Its number.</param>
/// <param name="Counts">What became of its lines.</param>
/// <param name="Rejects">Rejected lines, the first 1,000.</param>
/// <param name="RejectsByCode">How many of each code.</param>
/// <param name="ContentSha256">SHA-256 of the lines as received, unzipped, hex.</param>
/// <param name="RegisterSequence">The register's head that the last decisions held for.</param>
/// <param name="CompletedAt">When.</param>
[GenerateSerializer, Immutable, Alias("centra.ingest.receipt")]
public sealed record BatchReceipt(
    [property: Id(0)] string JobId,
    [property: Id(1)] long Batch,
    [property: Id(2)] LineCounts Counts,
    [property: Id(3)] ImmutableArray<RejectedLine> Rejects,
    [property: Id(4)] ImmutableSortedDictionary<string, long> RejectsByCode,
    [property: Id(5)] string ContentSha256,
    [property: Id(6)] long RegisterSequence,
    [property: Id(7)] DateTimeOffset CompletedAt);

/// <summary>A rejected line: where and why, never what.</summary>
/// <param name="Line">Number in the batch, from 1.</param>
/// <param name="Code">Name of a <see cref="LineCode"/>.</param>
[GenerateSerializer, Immutable, Alias("centra.ingest.rejected")]
public sealed record RejectedLine([property: Id(0)] long Line, [property: Id(1)] string Code);
