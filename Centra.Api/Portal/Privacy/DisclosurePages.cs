using System.Text.Json;
using Centra.Access;
using Centra.Api.Access;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Fhir;
using Centra.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Portal;

/// <summary>Disclosures outside, and the accounting of them. Whom they are of stands in bodies only.</summary>
internal static class DisclosurePages
{
    public static void MapDisclosurePages(this IEndpointRouteBuilder app)
    {
        app.Pages("/disclosures", Policies.SeeDisclosures).MapGet("/", ListAsync);
        app.Pages("/disclosures", Policies.Disclose).MapPost("/{id}/deliver", DeliverAsync);
        var accounting = app.Pages("/accounting", Policies.AccountForDisclosures);
        accounting.MapGet("/", (Visitor visitor) => Results.Extensions.Page<AccountingPage>(new { Visitor = visitor, Form = new OptOutEntryForm() }));
        accounting.MapPost("/", AccountAsync);
    }

    private static async Task<IResult> ListAsync(string? practice, string? after, Visitor visitor, HttpRequest request, Vault vault, ReadStore read)
    {
        var page = await DisclosureApi.PageAsync(practice.Filled(), after, null, vault);
        var names = await Names.OfAsync(read, page.Items.SelectMany(item => new[] { item.ProposedBy, item.ApprovedBy, item.DeliveredBy }).OfType<string>(), [], page.Items.Select(item => item.PracticeId));
        return Results.Extensions.Page<DisclosuresPage>(new { Visitor = visitor, Practice = practice, page.Items, Names = names, Practices = await PracticeChoices.OfAsync(read), Next = request.Beyond(page.Next), Csv = request.Csv("/disclosures") }, visitor.Call?.Refused?.Status);
    }

    // What leaves is saved as a file, once; a page would keep it in view.
    private static async Task<IResult> DeliverAsync(string id, [FromForm] string? key, Visitor visitor, Caller caller, HttpResponse response, Disclosing disclosing, IdSource ids)
    {
        var context = new CommandContext(string.IsNullOrEmpty(key) ? ids.NewCommandId() : CommandId.From(caller.Actor.Id, $"deliver-disclosure-{id}", key), caller.Actor);
        var delivered = await disclosing.DeliverAsync(context, id, caller.Looker());
        if (delivered.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Nothing was given out", Text = delivered.Refusal.Detail }, delivered.Refusal.Status());
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=disclosure.json";
        return TypedResults.Json(delivered.Value, JsonSerializerOptions.Web);
    }

    private static async Task<IResult> AccountAsync([FromForm] OptOutEntryForm form, Visitor visitor, Caller caller, HttpRequest request, Accounting accounting, ReadStore read)
    {
        var practice = request.Form["practice"].ToString();
        var line = IdentityLine.Read(form.ToJson());
        if (line.Demographics is not { } person)
            return Results.Extensions.Page<AccountingPage>(new { Visitor = visitor, Form = form, Practice = practice, Refusal = RequestRefusal.BodyIsUnreadable.Because(Words.Unreadable(line.Code.ToString())) }, StatusCodes.Status422UnprocessableEntity);
        var found = await accounting.OfAsync(caller.Looker(), practice.Filled(), person);
        var names = await Names.OfPracticesAsync(read, found.Value?.Select(one => one.PracticeId) ?? []);
        return Results.Extensions.Page<AccountingPage>(new { Visitor = visitor, Form = form, Practice = practice, Names = names, Found = found.Value, Refusal = found.Refusal }, found.Refusal.Status());
    }
}
