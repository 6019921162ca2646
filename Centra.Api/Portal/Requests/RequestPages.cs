using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Components;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Pages of requests: the list, and each request from its overview. What a page shows and offers is what the request's view says for this visitor.</summary>
internal static class RequestPages
{
    private const int Rows = 50;

    public static void MapRequestPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests", Policies.SeeRequests);
        pages.MapGet("/", ListAsync);
        pages.MapGet("/{id}", OverviewAsync);
    }

    /// <summary>A page of a request, or that it is not there for this visitor.</summary>
    public static async Task<IResult> PageAsync<TPage>(string id, Visitor visitor, IGrainFactory grains, Func<RequestView, Task<Dictionary<string, object?>>> more, int? status = null)
        where TPage : IComponent
    {
        var view = await RequestRoutes.Grain(grains, id).View(visitor.UserId);
        if (view.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, Answers.StatusOf(view.Refusal.Kind));
        var parameters = await more(view.Value);
        parameters["Visitor"] = visitor;
        parameters["View"] = view.Value;
        return Results.Extensions.Page<TPage>(parameters, status ?? visitor.Call?.Refused?.Status);
    }

    private static Task<IResult> OverviewAsync(string id, Visitor visitor, IGrainFactory grains, ReadStore read) => PageAsync<RequestOverview>(id, visitor, grains, async view => new()
    {
        ["Why"] = await RequestFigures.WithUsualAsync((await RequestRoutes.Grain(grains, id).Explain(visitor.UserId)).Value!, read),
        ["Names"] = await Names.OfAsync(read, [], view.Application?.Team.Select(member => member.InstitutionId) ?? []),
    });

    private static async Task<IResult> ListAsync([AsParameters] RequestQuery query, Visitor visitor, Caller caller, HttpRequest request, ReadStore read)
    {
        var institution = query.Institution.Filled() is { } typed ? await RequestFilters.InstitutionAsync(typed, read) : null;
        var unknown = institution is null ? query.Institution.Filled() : null;
        var page = unknown is null ? await RequestLists.PageAsync(query with { Institution = institution, Limit = query.Limit ?? Rows }, caller, read) : new Page<RequestItem>([], null);
        return Results.Extensions.Page<RequestListPage>(new
        {
            Visitor = visitor, Query = query, Rows = page.Items, Filters = await RequestFilters.OfAsync(query, visitor, read), UnknownInstitution = unknown,
            Next = request.Beyond(page.Next), Csv = request.Csv("/requests", ("institution", institution)),
        });
    }
}
