using Orleans;
using Orleans.Concurrency;

namespace Centra.Datasets;

/// <summary>A dataset of the catalogue. Key: <c>dataset/ID</c>.</summary>
[Alias("centra.datasets.dataset")]
public interface IDatasetGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. Who may send which is the endpoint's policy; what is allowed now is decided here.</summary>
    [Alias("handle")]
    Task<Result<DatasetView>> Handle(CommandContext context, DatasetCommand command);

    /// <summary>The dataset. Refused with <see cref="DatasetRefusal.DatasetNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<DatasetView>> View();
}

/// <summary>One person's counting of cohorts, so that it can be limited. Key: <c>cohorts/USER</c>.</summary>
[Alias("centra.datasets.cohorts")]
public interface ICohortGrain : IRecordedGrain
{
    /// <summary>
    /// Counts the rows of a dataset's current version that have these values: rounded, recorded, and limited per person and day.
    /// </summary>
    [Alias("count")]
    Task<Result<CohortCount>> Count(CommandContext context, CountCohort command);
}
