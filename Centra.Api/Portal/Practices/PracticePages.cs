using Centra.Access;
using Centra.Api.Access;
using Centra.Api.Consent;
using Centra.Api.Http;
using Centra.Api.Ingest;
using Centra.Api.Security;
using Centra.Consent;
using Centra.Ingest;
using Centra.Practices;
using Centra.ReviewLane;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>A practice's pages: the same services and rules as the interface, nothing decided here.</summary>
internal static class PracticePages
{
    private const int Rows = 50;
    private const int JobRows = 10;

    public static void MapPracticePages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/practice").RequireAuthorization(Policies.RunOwnPractice).ExcludeFromDescription();
        pages.MapGet("/", HomeAsync);
        pages.MapPost("/questions/{id}", AnswerAsync);
        pages.MapGet("/opt-out", (Visitor visitor, IdSource ids) => Entry(visitor, new OptOutEntryForm { Key = ids.NewId("form") }, null, null));
        pages.MapPost("/opt-out", EnterAsync);
        pages.MapOptOutListPages();
        pages.MapUploadPages();
        pages.MapOwnPatientPages();
        pages.MapKeyPages();
        pages.MapGet("/opt-outs/{id}", DoneAsync);
        pages.MapGet("/opt-outs/{id}/receipt.json", async (string id, Caller caller, IGrainFactory grains) =>
            (await grains.GetGrain<IPatientConsentGrain>($"opt-out/{id}").View(caller.PracticeId)).Map(view => view.Receipt).ToHttp());
    }

    private static async Task<IResult> HomeAsync(string? after, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, Looking looking, ReadStore read, Vault vault)
    {
        response.Headers.CacheControl = "no-store";
        var practice = await grains.GetGrain<IPracticeGrain>($"practice/{caller.PracticeId}").View();
        visitor = visitor with { PracticeId = caller.PracticeId };
        if (practice.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "No practice", Text = practice.Refusal.Detail });
        var listed = await JobLists.PageAsync(read, caller.PracticeId, null, long.MaxValue, JobRows);
        var jobs = await Task.WhenAll(listed.Select(job => grains.GetGrain<IIngestJobGrain>($"job/{job.JobId}").View(caller.PracticeId)));
        return Results.Extensions.Page<Practice>(new
        {
            Visitor = visitor,
            View = practice.Value,
            Patients = await looking.ListAsync(caller.Looker(), Listing.Number(after, 0), Rows),
            Jobs = jobs.Where(job => !job.IsRefused).Select(job => job.Value!).ToList(),
            Questions = await Reviewing.QuestionsAsync(vault, caller.PracticeId!),
        });
    }

    private static async Task<IResult> EnterAsync([FromForm] OptOutEntryForm form, Visitor visitor, Caller caller, HttpResponse response, OptOutDesk desk)
    {
        response.Headers.CacheControl = "no-store";
        var document = form.ToDocument();
        if (document.IsRefused)
            return Entry(visitor, form, document.Refusal, null);
        if (form.Action != "enter")
        {
            var effect = await desk.PreviewAsync(caller.PracticeId!, document.Value);
            return Entry(visitor, form, effect.Refusal, effect.Value is { } shown ? new OptOutEffectView(shown.PatientsErased, shown.PatientsHeld) : null);
        }
        var context = new CommandContext(CommandId.From(caller.Actor.Id, "opt-out-page", form.Key ?? ""), caller.Actor);
        var entered = await desk.EnterAsync(context, caller.PracticeId!, document.Value);
        return entered.IsRefused ? Entry(visitor, form, entered.Refusal, null) : Results.LocalRedirect($"~/practice/opt-outs/{entered.Value.OptOutId}");
    }

    private static async Task<IResult> DoneAsync(string id, Visitor visitor, Caller caller, IGrainFactory grains)
    {
        var view = await grains.GetGrain<IPatientConsentGrain>($"opt-out/{id}").View(caller.PracticeId);
        return view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail })
            : Results.Extensions.Page<OptOutDone>(new { Visitor = visitor, View = view.Value });
    }

    private static async Task<RedirectHttpResult> AnswerAsync(string id, [FromForm] string answer, Caller caller, IGrainFactory grains, IdSource ids)
    {
        var said = Enum.TryParse<ReviewAnswer>(answer, ignoreCase: true, out var parsed) ? parsed : ReviewAnswer.None;
        await grains.GetGrain<IReviewItemGrain>($"review/{id}").Answer(new CommandContext(ids.NewCommandId(), caller.Actor), caller.PracticeId!, said);
        return TypedResults.LocalRedirect("~/practice");
    }

    private static RazorComponentResult<OptOutEntry> Entry(Visitor visitor, OptOutEntryForm form, Refusal? refusal, OptOutEffectView? effect) =>
        new(new { Visitor = visitor, Form = form, Refusal = refusal, Effect = effect });
}
