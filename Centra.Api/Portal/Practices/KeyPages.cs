using Centra.Api.Http;
using Centra.Api.Practices;
using Centra.Practices;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>A practice's API keys, and what it takes along when it leaves.</summary>
internal static class KeyPages
{
    public static void MapKeyPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/keys", (Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains) => ShowAsync(visitor, caller, response, grains, null, null));
        pages.MapPost("/keys", IssueAsync);
        pages.MapGet("/leaving", LeavingAsync);
    }

    // Not by way of a command's form: its answer holds the key, which is shown once and stands in no address.
    private static async Task<IResult> IssueAsync([FromForm] KeyForm form, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, IdSource ids)
    {
        var issued = await PracticeApi.IssueAsync(caller.PracticeId!, new NewKey(form.Label, form.Scopes), new CommandContext(ids.NewCommandId(), caller.Actor), grains, ids);
        return await ShowAsync(visitor, caller, response, grains, issued.Value?.ApiKey, issued.Refusal);
    }

    private static async Task<IResult> ShowAsync(Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, string? issued, Refusal? refusal)
    {
        response.Headers.CacheControl = "no-store";
        var practice = await grains.GetGrain<IPracticeGrain>($"practice/{caller.PracticeId}").View();
        return practice.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "No practice", Text = practice.Refusal.Detail })
            : Results.Extensions.Page<KeyPage>(new { Visitor = visitor, View = practice.Value, Issued = issued, Refusal = refusal }, refusal.Status());
    }

    private static async Task<IResult> LeavingAsync(Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, PracticeExport export)
    {
        response.Headers.CacheControl = "no-store";
        var practice = await grains.GetGrain<IPracticeGrain>($"practice/{caller.PracticeId}").View();
        var overview = await export.OverviewAsync(caller.PracticeId!);
        return Results.Extensions.Page<LeavingPage>(new { Visitor = visitor, View = practice.Value, Overview = overview.Value });
    }
}

/// <summary>The form that issues a key.</summary>
internal sealed class KeyForm
{
    /// <summary>What it is for.</summary>
    public string? Label { get; set; }

    /// <summary>What it may.</summary>
    public string[]? Scopes { get; set; }
}
