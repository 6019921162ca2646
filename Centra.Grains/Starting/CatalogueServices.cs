using Centra.Datasets;
using Centra.Institutions;
using Centra.Recording;
using Centra.Reviews;
using Centra.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Starting;

/// <summary>Rules, datasets, institutions and reviews, as services.</summary>
public static class CatalogueServices
{
    /// <summary>Adds them to the gate.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<IProjection, RulesProjection>().AddSingleton<IProjection, DatasetProjection>().AddSingleton<IProjection, InstitutionProjection>()
        .AddSingleton<IProjection, ReviewerProjection>().AddSingleton<IProjection, CommitteeProjection>()
        .AddSingleton<DatasetFiles>().AddSingleton<CohortTables>().AddSingleton<Persevering>().AddSingleton<FirstContents>();
}
