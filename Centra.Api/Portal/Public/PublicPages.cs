using Centra.Api.Public;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Portal;

/// <summary>Pages that everybody may read.</summary>
internal static class PublicPages
{
    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/", (Visitor visitor) => new RazorComponentResult<Home>(new { Visitor = visitor, Policies = PolicyTexts.All }));
        pages.MapGet("/approved-requests", ApprovedAsync);
        pages.MapGet("/opt-out", (string? lang, Visitor visitor) => lang is "es"
            ? Results.Extensions.Page<HowToOptOutSpanish>(new { Visitor = visitor })
            : Results.Extensions.Page<HowToOptOut>(new { Visitor = visitor }));
        pages.MapGet("/es/opt-out", (Visitor visitor) => new RazorComponentResult<HowToOptOutSpanish>(new { Visitor = visitor }));
        pages.MapGet("/es/opt-out/form", (Visitor visitor) => new RazorComponentResult<OptOutFormSpanish>(new { Visitor = visitor }));
        pages.MapGet("/policies", (Visitor visitor) => new RazorComponentResult<PoliciesPage>(new { Visitor = visitor, Policies = PolicyTexts.All }));
        pages.MapGet("/public-figures", async (Visitor visitor, PublicFigureDesk figures) => new RazorComponentResult<PublicFiguresPage>(new { Visitor = visitor, Now = await figures.GetAsync() }));
        pages.MapGet("/opt-out/form", (Visitor visitor) => new RazorComponentResult<OptOutForm>(new { Visitor = visitor }));
        pages.MapGet("/old-form", (Visitor visitor) => new RazorComponentResult<Message>(new { Visitor = visitor, Title = "This form was too old", Text = "Nothing was sent. Go back, load the page again, and send it once more." }));
        pages.MapGet("/denied", (Visitor visitor) => new RazorComponentResult<Message>(new { Visitor = visitor, Title = "Not for you", Text = "Your roles do not allow this page." }));
        pages.MapGet("/policies/{name}", (string name, Visitor visitor) => PolicyTexts.Find(name) is { } policy
            ? Results.Extensions.Page<PolicyPage>(new { Visitor = visitor, Policy = policy })
            : Results.NotFound());
    }

    private static async Task<RazorComponentResult<ApprovedRequestsPage>> ApprovedAsync(string? after, Visitor visitor, ReadStore read)
    {
        var page = await ApprovedRequests.PageAsync(read, after, 100);
        return new RazorComponentResult<ApprovedRequestsPage>(new { Visitor = visitor, page.Items, page.Next });
    }
}
