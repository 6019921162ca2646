using System.Text;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Practices;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Ingest;

/// <summary>Jobs and batches.</summary>
internal static class IngestApi
{
    private const long LargestBody = 96L << 20;

    public static void MapIngest(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/ingest/jobs").WithTags("Ingest");
        group.MapPost("/", OpenAsync).RequireAuthorization(Policies.SendRecords).WithSummary("Open a job").Refuses(GateRefusals.OpenJob);
        group.MapPut("/{id}/batches/{n:long}", ReceiveAsync).RequireAuthorization(Policies.SendRecords).WithSummary("Send a batch of lines").Refuses(GateRefusals.Batch)
            .Accepts<Stream>("application/x-ndjson", "application/fhir+ndjson", "text/csv").WithMetadata(new BodyLimit(LargestBody));
        group.MapPost("/{id}/complete", CompleteAsync).RequireAuthorization(Policies.SendRecords).WithSummary("Close the patients phase, or complete the job").Refuses(GateRefusals.CompleteJob);
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeJobs).WithSummary("Jobs, newest first; a practice's own, or all for staff");
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeeJobs).WithSummary("A job with its counts").Refuses(GateRefusals.SeeJob);
    }

    private static async Task<Results<Created<JobView>, ProblemHttpResult>> OpenAsync(
        OpenJob? body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var standing = await grains.GetGrain<IPracticeGrain>($"practice/{caller.PracticeId}").MayIngest();
        if (standing.IsRefused)
            return standing.Refusal.ToProblem();
        var mapping = body?.CsvMapping?.GetRawText();
        if (mapping is not null && CsvMapping.Parse(Encoding.UTF8.GetBytes(mapping)) is { IsRefused: true } wrong)
            return wrong.Refusal.ToProblem();
        var context = caller.Command(request, "open-job", ids);
        var jobId = JobIds.Of(context.Id);
        var opened = await grains.GetGrain<IIngestJobGrain>($"job/{jobId}").Open(context, caller.PracticeId!, mapping);
        return opened.ToCreated(job => $"/api/ingest/jobs/{job.JobId}");
    }

    private static async Task<Results<Ok<BatchReceipt>, ProblemHttpResult>> ReceiveAsync(
        string id, long n, string? file, Caller caller, HttpRequest request, IngestDesk desk, CancellationToken cancel)
    {
        var isCsv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) ?? false;
        return (await desk.ReceiveAsync(caller.PracticeId!, id, n, request.Body, isCsv ? file ?? "patients.csv" : null, cancel)).ToHttp();
    }

    private static async Task<Results<Ok<JobView>, ProblemHttpResult>> CompleteAsync(
        string id, CompleteJob? body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var closes = string.Equals(body?.Phase, "patients", StringComparison.OrdinalIgnoreCase) ? JobPhase.Patients : JobPhase.Complete;
        return (await grains.GetGrain<IIngestJobGrain>($"job/{id}").Complete(caller.Command(request, $"complete-{closes}-{id}", ids), caller.PracticeId!, closes, body?.Batches)).ToHttp();
    }

    private static async Task<IResult> ListAsync(string? phase, string? practice, string? after, int? limit, Caller caller, HttpContext http, ReadStore read)
    {
        var rows = await JobLists.PageAsync(read, caller.PracticeId ?? practice, phase, Listing.Number(after, long.MaxValue), Listing.Limit(limit));
        return Listing.Answer(http, new Page<ListedJob>(rows, rows.Count == Listing.Limit(limit) ? $"{rows[^1].OpenedAt.ToUnixTimeMilliseconds()}" : null),
            ("jobId", job => job.JobId), ("practiceId", job => job.PracticeId), ("phase", job => job.Phase), ("openedAt", job => job.OpenedAt), ("completedAt", job => job.CompletedAt));
    }

    private static async Task<Results<Ok<JobView>, ProblemHttpResult>> ViewAsync(string id, Caller caller, IGrainFactory grains) =>
        (await grains.GetGrain<IIngestJobGrain>($"job/{id}").View(caller.PracticeId)).ToHttp();
}

/// <summary>What a job may be opened with.</summary>
/// <param name="CsvMapping">A mapping for CSV files (docs/ingest.md); without it CSV is read as patients under the usual column names.</param>
internal sealed record OpenJob(System.Text.Json.JsonElement? CsvMapping);

/// <summary>What ends.</summary>
/// <param name="Phase">"patients", or nothing for the whole job.</param>
/// <param name="Batches">How many batches there are up to here, numbered from 1; nothing: as many as came.</param>
internal sealed record CompleteJob(string? Phase, long? Batches);
