using Orleans;

namespace Centra.Ingest;

/// <summary>One upload of a practice's records, in two phases: patients, then the rest. Key: <c>job/ID</c>.</summary>
[Alias("centra.ingest.job-grain")]
public interface IIngestJobGrain : IRecordedGrain
{
    /// <summary>Opens the job.</summary>
    [Alias("open")]
    Task<Result<JobView>> Open(CommandContext context, string practiceId, string? csvMapping);

    /// <summary>What a batch needs to know. Refused where the job is not this practice's or takes no more batches. Changes nothing.</summary>
    [Alias("admit")]
    Task<Result<JobTicket>> Admit(string practiceId);

    /// <summary>Closes the patients' phase, or completes the job; all batches up to the given number must be complete.</summary>
    /// <param name="context">Who.</param>
    /// <param name="practiceId">Whose job it must be.</param>
    /// <param name="closes">The phase that ends.</param>
    /// <param name="batches">How many batches there are up to here, numbered from 1 without gaps; null: as many as came.</param>
    [Alias("complete")]
    Task<Result<JobView>> Complete(CommandContext context, string practiceId, JobPhase closes, long? batches);

    /// <summary>The job; for staff with a null practice.</summary>
    [Alias("view")]
    Task<Result<JobView>> View(string? practiceId);
}

/// <summary>What a batch needs to know of its job.</summary>
/// <param name="JobNo">Later jobs have higher numbers.</param>
/// <param name="Phase">Whether clinical lines are taken.</param>
/// <param name="CsvMapping">The mapping for CSV batches, JSON, or null.</param>
[GenerateSerializer, Immutable, Alias("centra.ingest.ticket")]
public sealed record JobTicket([property: Id(0)] long JobNo, [property: Id(1)] JobPhase Phase, [property: Id(2)] string? CsvMapping);
