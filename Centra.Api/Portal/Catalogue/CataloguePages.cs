using Centra.Api.Datasets;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Datasets;
using Centra.Storage;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The catalogue for everybody, and its keeping for stewards.</summary>
internal static class CataloguePages
{
    private const int Most = 200;

    public static void MapCataloguePages(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("/catalogue").AllowAnonymous().ExcludeFromDescription();
        open.MapGet("/", ListAsync);
        open.MapGet("/{id}", (string id, Visitor visitor, HttpResponse response, IGrainFactory grains) => OneAsync(id, visitor, response, grains));
        var keep = app.Pages("/catalogue", Policies.RunCatalogue);
        keep.MapGet("/add", async (Visitor visitor, Reading reading) => Results.Extensions.Page<AddDatasetPage>(new { Visitor = visitor, Choices = await CatalogueChoices.ReadAsync(reading) }, visitor.Call?.Refused?.Status));
        keep.MapGet("/{id}/keep", (string id, Visitor visitor, Reading reading) => KeepAsync(id, visitor, reading, null));
        keep.MapPost("/{id}/versions", VersionAsync).WithMetadata(new RequestSizeLimitAttribute(DatasetFiles.Most + (64 << 10)), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = DatasetFiles.Most + (64 << 10) });
        var asked = app.Pages("/dataset-questions", Policies.SeeDatasetQuestions);
        asked.MapGet("/", QuestionsAsync);
        asked.MapGet("/interest", InterestAsync);
        app.Pages("/my-questions", Policies.AskAboutDatasets).MapGet("/", OwnAsync);
    }

    private static async Task<IResult> ListAsync(string? standing, string? sensitivity, string? words, Visitor visitor, ReadStore read)
    {
        var found = await DatasetLists.FindAsync(standing.Filled(), sensitivity.Filled(), words, null, Most, read);
        return Results.Extensions.Page<CatalogueList>(new { Visitor = visitor, Standing = standing, Sensitivity = sensitivity, Searched = words, Rows = found });
    }

    private static async Task<IResult> OneAsync(string id, Visitor visitor, HttpResponse response, IGrainFactory grains)
    {
        if (visitor.Name is not null)
            response.Headers.CacheControl = "no-store";
        var view = await DatasetApi.Grain(grains, id).View();
        return view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound)
            : Results.Extensions.Page<CatalogueEntry>(new { Visitor = visitor, View = view.Value }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> KeepAsync(string id, Visitor visitor, Reading reading, Refusal? refusal)
    {
        var view = await DatasetApi.Grain(reading.Grains, id).View();
        return view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound)
            : Results.Extensions.Page<KeepDatasetPage>(new { Visitor = visitor, View = view.Value, Choices = await CatalogueChoices.ReadAsync(reading), Refusal = refusal }, refusal.Status() ?? visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> VersionAsync(string id, IFormFile? file, [FromForm] string? note, Visitor visitor, Reading reading, [AsParameters] Call call, DatasetFiles files, CancellationToken cancel)
    {
        var dataset = await DatasetApi.Grain(call.Grains, id).View();
        if (dataset.IsRefused || file is null)
            return await KeepAsync(id, visitor, reading, DatasetRefusal.DatasetDocumentIsWrong.Because("Choose a CSV file first."));
        await using var rows = file.OpenReadStream();
        var command = await files.KeepAsync(rows, dataset.Value.Variables, note ?? "", cancel);
        var added = command.IsRefused ? command.Refusal : (await DatasetApi.Grain(call.Grains, id).Handle(call.Context(command.Value, id), command.Value)).Refusal;
        return added is null ? Results.LocalRedirect($"~/catalogue/{Uri.EscapeDataString(id)}/keep?done=saved") : await KeepAsync(id, visitor, reading, added);
    }

    private static async Task<IResult> QuestionsAsync(string? answered, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await DatasetLists.QuestionPageAsync(new QuestionFilter(null, answered switch { "yes" => true, "all" => null, _ => false }, null, after, null), read);
        var names = await Names.OfAsync(read, page.Items.Select(item => item.AskedBy), []);
        return Results.Extensions.Page<DatasetQuestionsPage>(new { Visitor = visitor, Answered = answered ?? "no", page.Items, Names = names, Next = request.Beyond(page.Next) }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> InterestAsync(string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await DatasetLists.InterestPageAsync(null, after, null, read);
        var names = await Names.OfAsync(read, page.Items.Select(item => item.UserId), []);
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Who wants to hear when a dataset comes",
            Table = new TableView("By dataset", "Nobody yet.", ["Dataset", "Who", "What for", "Since"], [.. page.Items.Select(item => new Cell[] { new(item.DatasetId, $"/catalogue/{item.DatasetId}"), names.Person(item.UserId), item.Note, visitor.Day(item.RegisteredAt) })])
            { Next = request.Beyond(page.Next), Csv = request.Csv("/datasets/interest") },
        });
    }

    private static async Task<IResult> OwnAsync(string? after, Visitor visitor, Caller caller, HttpRequest request, ReadStore read)
    {
        var page = await DatasetLists.QuestionPageAsync(new QuestionFilter(null, null, caller.Actor.Id, after, null), read);
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Your questions about datasets",
            Table = new TableView("Oldest first", "You have asked nothing yet. Ask from a dataset's page.", ["Dataset", "Asked", "Question", "Answer"],
                [.. page.Items.Select(item => new Cell[] { new(item.DatasetId, $"/catalogue/{item.DatasetId}"), visitor.Day(item.AskedAt), item.Text, item.Answer ?? "not yet" })]) { Next = request.Beyond(page.Next) },
        });
    }
}
