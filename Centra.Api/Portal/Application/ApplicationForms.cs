using Centra.Api.Attachments;
using Centra.Api.Datasets;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Attachments;
using Centra.Datasets;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>Forms of an application that are more than one command: a page of fields, a person by their e-mail address, a count.</summary>
internal static class ApplicationForms
{
    public static void MapApplicationForms(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/requests/{id}/application", Policies.WriteRequests);
        pages.MapPost("/sections/{section}", SaveAsync);
        pages.MapPost("/team", TeamForms.JoinAsync);
        pages.MapPost("/interests", TeamForms.DeclareAsync);
        pages.MapPost("/documents", DocumentForms.AttachAsync).DisableAntiforgery().WithMetadata(new BodyLimit(app.ServiceProvider.GetRequiredService<AttachmentSettings>().MostBytes + DocumentForms.Around));
        app.Pages("/requests/{id}/application", Policies.AskAboutDatasets).MapPost("/datasets/{dataset}/count", CountAsync);
        app.Pages("/documents", Policies.OwnAccount).MapGet("/{id}", AttachmentApi.ReadAsync);
    }

    private static async Task<IResult> SaveAsync(string id, string section, [FromForm] IFormCollection form, Visitor visitor, Caller caller, HttpRequest request, Reading reading, IdSource ids)
    {
        var saved = await SectionSaving.SaveAsync(id, form, caller, request, reading.Grains, ids);
        return saved.Refused.Count == 0
            ? Results.LocalRedirect("~" + LocalAddress.Or(form[form["go"] == "next" ? "next" : "here"], $"/requests/{Uri.EscapeDataString(id)}/application") + "?done=saved")
            : await ApplicationPages.SectionAsync(id, section, visitor, reading, saved);
    }

    private static async Task<IResult> CountAsync(string id, string dataset, [FromForm] IFormCollection form, Visitor visitor, [AsParameters] Call call, Reading reading)
    {
        var facets = form.Where(field => field.Key.StartsWith(CountedCohort.Field, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
            .Select(field => new CohortFacet(field.Key[CountedCohort.Field.Length..], field.Value.ToString())).ToList();
        var counted = await CohortApi.CountForAsync(dataset, facets, call);
        return await ApplicationPages.DatasetAsync(id, dataset, visitor, reading, new CountedCohort(facets, counted.Value, counted.Refusal));
    }
}

/// <summary>A count that was just asked for.</summary>
/// <param name="Facets">What was asked.</param>
/// <param name="Count">The answer.</param>
/// <param name="Refusal">Or why there is none.</param>
public sealed record CountedCohort(IReadOnlyList<CohortFacet> Facets, CohortCount? Count, Refusal? Refusal)
{
    /// <summary>Begins the names of fields.</summary>
    public const string Field = "facet.";
}
