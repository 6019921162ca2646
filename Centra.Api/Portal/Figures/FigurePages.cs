using Centra.Api.Requests;
using Centra.Api.Security;

namespace Centra.Api.Portal;

/// <summary>Figures of requests: how long they take, and how much is before whom.</summary>
internal static class FigurePages
{
    public static void MapFigurePages(this IEndpointRouteBuilder app) => app.Pages("/figures", Policies.SeeFigures).MapGet("/", async (Visitor visitor, Reading reading) =>
    {
        var figures = await RequestFigures.ReadAsync(reading.Read);
        return Results.Extensions.Page<FiguresPage>(new { Visitor = visitor, Figures = figures, Names = await Names.OfAsync(reading.Read, figures.Reviewers.Select(one => one.UserId), []) });
    });
}
