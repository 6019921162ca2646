using Centra.Api.Datasets;
using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Requests;
using Centra.Rules;
using Centra.Storage;
using Microsoft.AspNetCore.Components;

namespace Centra.Api.Portal;

/// <summary>Pages of an application: read as a whole, written part by part.</summary>
internal static class ApplicationPages
{
    private const int CatalogueRows = 200;
    private const int SimilarRows = 10;

    public static void MapApplicationPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests/{id}/application", Policies.SeeRequests);
        pages.MapGet("/", WholeAsync);
        pages.MapGet("/sections/{section}", (string id, string section, Visitor visitor, Reading reading) => SectionAsync(id, section, visitor, reading, SavedFields.None));
        pages.MapGet("/datasets", DatasetsAsync);
        pages.MapGet("/datasets/{dataset}", (string id, string dataset, Visitor visitor, Reading reading) => DatasetAsync(id, dataset, visitor, reading, null));
        pages.MapGet("/people", (string id, string? institution, Visitor visitor, Reading reading) => PeopleAsync(id, visitor, reading, institution, null));
        pages.MapGet("/documents", (string id, Visitor visitor, Reading reading) => DocumentsAsync(id, visitor, reading, null));
        pages.MapGet("/compare", ComparePages.CompareAsync);
    }

    /// <summary>A page that writes a section of the form.</summary>
    public static Task<IResult> SectionAsync(string id, string section, Visitor visitor, Reading reading, SavedFields saved) => PageAsync<SectionPage>(id, visitor, reading, async view => new()
    {
        ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
        ["Section"] = section,
        ["Saved"] = saved,
    }, saved.Status);

    /// <summary>A page that asks for a dataset, with a count if one was just made.</summary>
    public static async Task<IResult> DatasetAsync(string id, string dataset, Visitor visitor, Reading reading, CountedCohort? counted)
    {
        var known = await DatasetApi.Grain(reading.Grains, dataset).View();
        return known.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = known.Refusal.Detail }, StatusCodes.Status404NotFound)
            : await PageAsync<DatasetPage>(id, visitor, reading, async view => new()
            {
                ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
                ["Dataset"] = known.Value,
                ["Counted"] = counted,
            }, counted?.Refusal.Status());
    }

    /// <summary>A page of the team and its interests.</summary>
    public static Task<IResult> PeopleAsync(string id, Visitor visitor, Reading reading, string? institution, TypedPerson? typed) => PageAsync<PeoplePage>(id, visitor, reading, async view => new()
    {
        ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
        ["Prices"] = await reading.Rules.OneAsync<PriceBook>(view.Pinned?.Prices),
        ["Names"] = await reading.NamesAsync(view),
        ["Institutions"] = await reading.InstitutionsAsync(institution),
        ["Searched"] = institution,
        ["Typed"] = typed,
    }, typed?.Refusal.Status());

    /// <summary>A page of the documents.</summary>
    public static Task<IResult> DocumentsAsync(string id, Visitor visitor, Reading reading, Refusal? refused) => PageAsync<DocumentsPage>(id, visitor, reading, async view => new()
    {
        ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
        ["Refused"] = refused?.Detail,
    }, refused.Status());

    private static Task<IResult> WholeAsync(string id, Visitor visitor, Caller caller, Reading reading) => PageAsync<ApplicationPage>(id, visitor, reading, async view => new()
    {
        ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
        ["Prices"] = await reading.Rules.OneAsync<PriceBook>(view.Pinned?.Prices),
        ["Names"] = await reading.NamesAsync(view),
        ["Former"] = await reading.SubmittedAsync(view),
        ["Similar"] = await SimilarAsync(view, caller, reading.Read),
    });

    private static Task<IResult> DatasetsAsync(string id, Visitor visitor, Caller caller, Reading reading) => PageAsync<DatasetsPage>(id, visitor, reading, async view => new()
    {
        ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
        ["Catalogue"] = await DatasetLists.RowsAsync(null, null, null, CatalogueRows, reading.Read),
        ["Similar"] = await SimilarAsync(view, caller, reading.Read),
    });

    // What the asker has a part in and is about the same datasets.
    private static async Task<IReadOnlyList<RequestItem>> SimilarAsync(RequestView view, Caller caller, ReadStore read)
    {
        if (!view.May(RequestCommandKind.AddDataset))
            return [];
        var found = new Dictionary<string, RequestItem>();
        foreach (var dataset in view.Application?.Datasets ?? [])
        {
            var page = await RequestLists.PageAsync(new RequestQuery(null, null, null, null, dataset.DatasetId, null, null, null, SimilarRows), caller, read);
            foreach (var item in page.Items.Where(item => item.RequestId != view.RequestId))
                found[item.RequestId] = item;
        }
        return [.. found.Values];
    }

    private static Task<IResult> PageAsync<TPage>(string id, Visitor visitor, Reading reading, Func<RequestView, Task<Dictionary<string, object?>>> more, int? status = null)
        where TPage : IComponent => RequestPages.PageAsync<TPage>(id, visitor, reading.Grains, more, status);
}
