using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Requests;

namespace Centra.Api.Portal;

/// <summary>The page that begins a request: from nothing, as a copy of another one, or to amend or renew one.</summary>
internal static class NewRequestPages
{
    public static void MapNewRequestPages(this IEndpointRouteBuilder app) =>
        app.Pages("/requests/new", Policies.WriteRequests).MapGet("/", NewAsync);

    private static async Task<IResult> NewAsync(string? copyOf, string? amend, string? renew, string? institution, Visitor visitor, Reading reading)
    {
        var former = new[] { copyOf, amend, renew }.FirstOrDefault(id => !string.IsNullOrEmpty(id));
        var view = former is null ? null : await RequestRoutes.Grain(reading.Grains, former).View(visitor.UserId);
        if (view is { IsRefused: true })
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, Answers.StatusOf(view.Refusal.Kind));
        return Results.Extensions.Page<NewRequestPage>(new
        {
            Visitor = visitor,
            Former = view?.Value,
            Kind = former == amend && former is not null ? RequestKind.Amendment : former == renew && former is not null ? RequestKind.Renewal : RequestKind.Original,
            Institutions = await reading.InstitutionsAsync(institution),
            Searched = institution,
        }, visitor.Call?.Refused?.Status);
    }
}
