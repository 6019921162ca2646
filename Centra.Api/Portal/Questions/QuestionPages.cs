using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>Questions to the applicant: asked, answered with a change of the sections that they name, withdrawn.</summary>
internal static class QuestionPages
{
    public static void MapQuestionPages(this IEndpointRouteBuilder app)
    {
        app.Pages("/requests/{id}/questions", Policies.SeeRequests).MapGet("/", (string id, Visitor visitor, Reading reading) => PageAsync(id, visitor, reading, null, SavedFields.None));
        app.Pages("/requests/{id}/questions", Policies.WriteRequests).MapPost("/{question}/sections", SaveAsync);
    }

    private static async Task<IResult> SaveAsync(string id, string question, [FromForm] IFormCollection form, Visitor visitor, Caller caller, HttpRequest request, Reading reading, IdSource ids)
    {
        var saved = await SectionSaving.SaveAsync(id, form, caller, request, reading.Grains, ids);
        return saved.Refused.Count == 0
            ? Results.LocalRedirect($"~/requests/{Uri.EscapeDataString(id)}/questions?done=saved")
            : await PageAsync(id, visitor, reading, question, saved);
    }

    private static Task<IResult> PageAsync(string id, Visitor visitor, Reading reading, string? question, SavedFields saved) =>
        RequestPages.PageAsync<QuestionsPage>(id, visitor, reading.Grains, async view => new()
        {
            ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
            ["Names"] = await reading.NamesAsync(view),
            ["Former"] = await reading.SubmittedAsync(view),
            ["SavedFor"] = question,
            ["Saved"] = saved,
        }, saved.Status);
}
