using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Datasets;
using Centra.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Datasets;

/// <summary>The catalogue: data stewards keep it, everybody signed in reads it.</summary>
internal static class DatasetApi
{
    public static void MapDatasets(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/datasets").WithTags("Datasets");
        group.MapGet("/", DatasetLists.CatalogueAsync).RequireAuthorization(Policies.SeeCatalogue).WithSummary("The catalogue");
        group.MapGet("/{id}", async Task<Results<Ok<DatasetView>, ProblemHttpResult>> (string id, IGrainFactory grains) => (await Grain(grains, id).View()).ToHttp())
            .RequireAuthorization(Policies.SeeCatalogue).WithSummary("A dataset with dictionary and versions").Refuses(DatasetRefusal.DatasetNotFound);
        group.MapPost("/", AddAsync).Accepts<DatasetDescription>("application/json").RequireAuthorization(Policies.RunCatalogue).WithSummary("List a dataset: its id and what it is").Sends<AddDataset>();
        Put(group, "description", fields => new DescribeDataset(DatasetDocuments.Description(fields))).WithSummary("What it is");
        Put(group, "dictionary", DatasetDocuments.Dictionary).WithSummary("Its variables, as a whole");
        Put(group, "use", DatasetDocuments.Use).WithSummary("Whether, from whom and for what it can be asked");
        Put(group, "release-profile", fields => new SetReleaseProfile(DatasetDocuments.Profile(fields))).WithSummary("What may leave, and how");
        group.MapPost("/{id}/versions", VersionAsync).Accepts<Stream>("text/csv").WithMetadata(new BodyLimit(DatasetFiles.Most + 1))
            .RequireAuthorization(Policies.RunCatalogue).WithSummary("New rows, a CSV with the dictionary's columns").Sends<AddVersion>();
        group.MapPost("/{id}/retire", (string id, Words body, [AsParameters] Call call) => SendAsync(id, new RetireDataset(body.Text ?? ""), call))
            .RequireAuthorization(Policies.RunCatalogue).WithSummary("Give it out no longer").Sends<RetireDataset>();
        group.MapQuestions();
        group.MapCohorts();
    }

    internal static async Task<Results<Ok<DatasetView>, ProblemHttpResult>> SendAsync(string id, DatasetCommand command, Call call) =>
        (await Grain(call.Grains, id).Handle(call.Context(command, id), command)).ToHttp();

    internal static IDatasetGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IDatasetGrain>($"dataset/{id}");

    private static RouteHandlerBuilder Put<T>(RouteGroupBuilder group, string part, Func<Fields, T> read)
        where T : DatasetCommand => group.MapPut($"/{{id}}/{part}", async (string id, [AsParameters] Call call) =>
        {
            var command = DatasetDocuments.Read(await call.TextAsync(), read);
            return command.IsRefused ? command.Refusal.ToProblem() : await SendAsync(id, command.Value, call);
        }).Accepts<T>("application/json").RequireAuthorization(Policies.RunCatalogue).Sends<T>();

    private static async Task<Results<Created<DatasetView>, ProblemHttpResult>> AddAsync([AsParameters] Call call)
    {
        var read = DatasetDocuments.Read(await call.TextAsync(), fields => (Id: fields.Key("id"), Command: new AddDataset(DatasetDocuments.Description(fields))));
        if (read.IsRefused)
            return read.Refusal.ToProblem();
        var (id, command) = read.Value;
        return (await Grain(call.Grains, id).Handle(call.Context(command, id), command)).ToCreated(view => $"/api/datasets/{view.DatasetId}");
    }

    private static async Task<Results<Ok<DatasetView>, ProblemHttpResult>> VersionAsync(string id, string? note, [AsParameters] Call call, DatasetFiles files, CancellationToken cancel)
    {
        var dataset = await Grain(call.Grains, id).View();
        if (dataset.IsRefused)
            return dataset.Refusal.ToProblem();
        var command = await files.KeepAsync(call.Request.Body, dataset.Value.Variables, note ?? "", cancel);
        return command.IsRefused ? command.Refusal.ToProblem() : await SendAsync(id, command.Value, call);
    }
}

/// <summary>Some words.</summary>
internal sealed record Words(string? Text);
