using Centra.Api.Datasets;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Datasets;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Public;

/// <summary>The catalogue for everybody.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this RouteGroupBuilder group)
    {
        group.MapGet("/datasets", DatasetLists.CatalogueAsync).WithSummary("The catalogue");
        group.MapGet("/datasets/{id}", ViewAsync).WithSummary("A dataset with its dictionary").Refuses(DatasetRefusal.DatasetNotFound);
    }

    private static async Task<Results<Ok<PublicDataset>, ProblemHttpResult>> ViewAsync(string id, IGrainFactory grains) =>
        (await DatasetApi.Grain(grains, id).View()).Map(PublicDataset.Of).ToHttp();
}

/// <summary>A dataset as everybody sees it: without who keeps it and without the names of files.</summary>
internal sealed record PublicDataset(
    string DatasetId, string Title, string Summary, string Description, string Source, DatasetStanding Standing, Sensitivity Sensitivity, PublicUse[] Uses, string? UsePolicy, string? OutsideAddress,
    int? FromYear, int? ToYear, PublicVersion? Current, DatasetVariable[] Variables)
{
    public static PublicDataset Of(DatasetView view) => new(
        view.DatasetId, view.Title, view.About.Summary, view.About.Description, view.About.Source, view.Standing, view.Sensitivity,
        [.. view.UseCodes.Select(code => new PublicUse(code, UseCodes.Names[code]))], view.UsePolicy, view.OutsideAddress, view.FromYear, view.ToYear,
        view.Current is { } current ? new PublicVersion(current.Number, current.Rows, current.AddedAt) : null, [.. view.Variables]);
}

/// <summary>A data use code and what it says.</summary>
internal sealed record PublicUse(string Code, string Name);

/// <summary>The version that is given out.</summary>
internal sealed record PublicVersion(int Number, long Rows, DateTimeOffset AddedAt);
