using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>Reviewers for several requests at once: one command for each request, each reported. What one refuses does not keep the others.</summary>
internal static class BatchPages
{
    private const int Rows = 50;

    public static void MapBatchPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests/assign", Policies.ManageRequests);
        pages.MapGet("/", (string? after, string? reviewersAfter, Visitor visitor, Caller caller, Reading reading) => PageAsync(after, reviewersAfter, visitor, caller, reading, []));
        pages.MapPost("/", AssignAsync);
    }

    private static async Task<IResult> AssignAsync([FromForm] IFormCollection form, Visitor visitor, Caller caller, HttpRequest request, Reading reading, IdSource ids)
    {
        var reviewers = form["reviewers:list"].OfType<string>().ToList();
        var reports = new List<AssignReport>();
        foreach (var id in form["requests"].OfType<string>().Distinct().Take(Rows))
        {
            var answer = await RequestRoutes.Grain(reading.Grains, id).Handle(caller.Command(request, $"page-assign-{id}", ids), new AssignReviewers([.. reviewers]));
            reports.Add(new AssignReport(id, form[$"title.{id}"].ToString(), answer.Refusal?.Detail));
        }
        return await PageAsync(null, null, visitor, caller, reading, reports);
    }

    private static async Task<IResult> PageAsync(string? after, string? reviewersAfter, Visitor visitor, Caller caller, Reading reading, IReadOnlyList<AssignReport> reports)
    {
        var page = await RequestLists.PageAsync(new RequestQuery(nameof(RequestStage.CommitteeReview), null, null, null, null, null, "stageSince", after, Rows), caller, reading.Read);
        return Results.Extensions.Page<BatchPage>(new
        {
            Visitor = visitor,
            Requests = page.Items.Where(item => item.Ballot is null or "NoQuorum" or "Open").ToList(),
            page.Next,
            Candidates = await Candidates.OfAsync(null, reviewersAfter, visitor, reading),
            Reports = reports,
        });
    }
}

/// <summary>What became of one request.</summary>
/// <param name="RequestId">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Refusal">Why nobody was assigned; null: they are.</param>
public sealed record AssignReport(string RequestId, string Title, string? Refusal);
