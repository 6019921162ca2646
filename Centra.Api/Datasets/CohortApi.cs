using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Datasets;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Datasets;

/// <summary>Counting before asking.</summary>
internal static class CohortApi
{
    public static void MapCohorts(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/facets", FacetsAsync).RequireAuthorization(Policies.SeeCatalogue).WithSummary("What cohorts can be counted by").Refuses(DatasetRefusal.DatasetNotFound);
        group.MapPost("/{id}/cohort-counts", CountAsync).RequireAuthorization(Policies.AskAboutDatasets).WithSummary("About how many rows have up to three values; recorded and limited").Sends<CountCohort>();
    }

    private static async Task<Results<Ok<Facet[]>, ProblemHttpResult>> FacetsAsync(string id, IGrainFactory grains) => (await DatasetApi.Grain(grains, id).View())
        .Map(dataset => dataset.Variables.Where(variable => variable.IsFacet).Select(variable => new Facet(variable.Name, variable.Label, [.. variable.Values])).ToArray()).ToHttp();

    private static async Task<Results<Ok<CohortCount>, ProblemHttpResult>> CountAsync(string id, CohortQuestion body, [AsParameters] Call call) =>
        (await CountForAsync(id, (body.Facets ?? []).Select(facet => new CohortFacet(facet.Key, facet.Value ?? "")), call)).ToHttp();

    /// <summary>Counts, for the caller.</summary>
    public static Task<Result<CohortCount>> CountForAsync(string id, IEnumerable<CohortFacet> facets, Call call)
    {
        var command = new CountCohort(id, [.. facets]);
        return call.Grains.GetGrain<ICohortGrain>($"cohorts/{call.Caller.Actor.Id}").Count(call.Context(command, id), command);
    }
}

/// <summary>A variable that cohorts are counted by.</summary>
internal sealed record Facet(string Name, string Label, string[] Values);

/// <summary>Variables and the values that they have to have.</summary>
internal sealed record CohortQuestion(SortedDictionary<string, string?>? Facets);
