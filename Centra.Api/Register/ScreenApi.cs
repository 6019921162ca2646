using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Fhir;
using Centra.Gate;

namespace Centra.Api.Register;

/// <summary>Asks about identities, storing nothing: NDJSON in, NDJSON out, a line for a line, as far as memory of one batch goes.</summary>
internal static class ScreenApi
{
    /// <summary>The header with the register's head that the answers hold for, at least.</summary>
    public const string SequenceHeader = "Centra-Register-Sequence";

    public static void MapScreening(this IEndpointRouteBuilder api) => api.MapPost("/screen", ScreenAsync).WithTags("Screening")
        .RequireAuthorization(Policies.Screen).WithSummary("Ask which identities are suppressed").Refuses(GateRefusals.Screen).WithMetadata(new BodyLimit(null))
        .Accepts<Stream>("application/x-ndjson", "application/fhir+ndjson", "text/csv").Produces<Stream>(contentType: "application/x-ndjson");

    private static async Task ScreenAsync(Caller caller, HttpContext http, ScreeningDesk desk)
    {
        var isCsv = http.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) ?? false;
        var lines = isCsv ? CsvLines.ReadAsync(http.Request.Body, CsvDefaults.Identities) : NdjsonLines.ReadAsync(http.Request.Body, cancellation: http.RequestAborted);
        await foreach (var batch in lines.WithCancellation(http.RequestAborted))
        {
            var answer = await desk.ScreenAsync(caller.PracticeId!, batch);
            if (!http.Response.HasStarted)
                Begin(http.Response, answer);
            if (http.Response.StatusCode != StatusCodes.Status200OK)
            {
                await Results.Problem(Answers.ProblemOf(answer.Refusal!)).ExecuteAsync(http);
                return;
            }
            ScreenLines.Write(http.Response.BodyWriter, batch, answer);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        if (!http.Response.HasStarted)
            Begin(http.Response, ScreeningDesk.Nothing);
    }

    private static void Begin(HttpResponse response, Result<ScreenedBatch> answer)
    {
        if (answer.IsRefused)
        {
            response.StatusCode = Answers.StatusOf(answer.Refusal.Kind);
            return;
        }
        response.ContentType = "application/x-ndjson";
        response.Headers[SequenceHeader] = answer.Value.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
