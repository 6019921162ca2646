using System.Text;
using Centra.Api.Http;
using Centra.Api.Ingest;
using Centra.Ingest;
using Centra.Storage;
using Microsoft.Net.Http.Headers;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Ingest jobs of a practice: how far they are, and what was rejected. Counts and line numbers, never content.</summary>
internal static class UploadPages
{
    private const int Rows = 25;

    public static void MapUploadPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/uploads", ListAsync);
        pages.MapGet("/uploads/{id}", (string id, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, Vault vault) =>
            JobAsync(id, visitor, caller, response, grains, vault, (job, batches) => Results.Extensions.Page<UploadPage>(new { Visitor = visitor, Job = job, Batches = batches })));
        pages.MapGet("/uploads/{id}/progress", (string id, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, Vault vault) =>
            JobAsync(id, visitor, caller, response, grains, vault, (job, batches) => Results.Extensions.Page<UploadProgress>(new { Visitor = visitor, Job = job, Batches = batches })));
        pages.MapGet("/uploads/{id}/rejects.csv", (string id, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, Vault vault) =>
            JobAsync(id, visitor, caller, response, grains, vault, (_, batches) => Rejects(response, batches)));
    }

    private static async Task<IResult> ListAsync(string? after, Visitor visitor, Caller caller, HttpRequest request, IGrainFactory grains, ReadStore read)
    {
        var listed = await JobLists.PageAsync(read, caller.PracticeId, null, Listing.Number(after, long.MaxValue), Rows);
        var jobs = await Task.WhenAll(listed.Select(job => grains.GetGrain<IIngestJobGrain>($"job/{job.JobId}").View(caller.PracticeId)));
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Uploads", Tabs = PracticeTabs.All, Lead = "What your program sent, and what became of it. Lines of people who opted out are withheld and counted, nothing more.",
            Table = new TableView("Newest first", "Nothing was uploaded yet. Issue an API key and send files with ./centra ingest.", ["Opened", "Stage", "Read#", "Accepted#", "Unchanged#", "Withheld#", "In review#", "Rejected#"],
                [.. jobs.Where(job => !job.IsRefused).Select(job => job.Value!).Select(job => new Cell[]
                {
                    new(visitor.Moment(job.OpenedAt), $"/practice/uploads/{job.JobId}"), Words.Phase(job.Phase), job.Counts.Read, job.Counts.Accepted, job.Counts.Unchanged, job.Counts.Suppressed, job.Counts.Review, job.Counts.Rejected,
                })]) { Next = request.Beyond(listed.Count == Rows ? $"{listed[^1].OpenedAt.ToUnixTimeMilliseconds()}" : null), Csv = request.Csv("/ingest/jobs") },
        });
    }

    private static async Task<IResult> JobAsync(string id, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, Vault vault, Func<JobView, IReadOnlyList<BatchReceipt>, IResult> show)
    {
        response.Headers.CacheControl = "no-store";
        var job = await grains.GetGrain<IIngestJobGrain>($"job/{id}").View(caller.PracticeId);
        if (job.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = job.Refusal.Detail }, StatusCodes.Status404NotFound);
        var rows = await vault.Database.ReadAsync(session => BatchReceiptRows.OfJobAsync(session, id));
        return show(job.Value, rows.ConvertAll(row => BatchReceipts.View(id, row)));
    }

    private static IResult Rejects(HttpResponse response, IReadOnlyList<BatchReceipt> batches)
    {
        response.Headers[HeaderNames.ContentDisposition] = "attachment; filename=rejects.csv";
        var lines = batches.SelectMany(batch => batch.Rejects.Select(reject => (batch.Batch, reject.Line, reject.Code)));
        return TypedResults.Text(Csv.Write(lines, [("batch", line => line.Batch), ("line", line => line.Line), ("code", line => line.Code), ("meaning", line => Words.Line(line.Code))]), "text/csv; charset=utf-8", Encoding.UTF8);
    }
}
