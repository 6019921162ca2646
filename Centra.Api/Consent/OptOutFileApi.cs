using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Consent;
using Centra.Fhir;

namespace Centra.Api.Consent;

/// <summary>Files of opt-outs.</summary>
internal static class OptOutFileApi
{
    private const long LargestFile = 64L << 20;
    private const int EpochAttempts = 3;

    public static void MapOptOutFiles(this IEndpointRouteBuilder api) => api.MapPost("/opt-outs/batch", BatchAsync).WithTags("Opt-outs")
        .RequireAuthorization(Policies.OptOut).WithSummary("Opt out the people of a file; with ?preview=true only say what it would do")
        .Refuses(GateRefusals.OptOutFile).WithMetadata(new BodyLimit(LargestFile)).Accepts<Stream>("application/x-ndjson", "text/csv")
        .Produces<OptOutPreview>().Produces<Stream>(contentType: "application/x-ndjson");

    private static async Task BatchAsync(bool? preview, int? confirmCount, Caller caller, HttpContext http, OptOutFiles files, OptOutIntake intake)
    {
        var body = await Bodies.ReadAsync(http.Request);
        var source = await LinesAsync(http.Request, body);
        // Entering would notice tokens of an epoch that is over; a preview would count nobody, and ask for no confirmation.
        await intake.RefreshAsync();
        var lines = files.Hash(source, caller.PracticeId!);
        var shown = await files.PreviewAsync(lines, caller.PracticeId!);
        if (preview is true)
            await TypedResults.Ok(shown).ExecuteAsync(http);
        else if (shown.ConfirmationNeeded && confirmCount != shown.Valid)
            await ConsentRefusal.ConfirmationNeeded.Because($"This file opts out {shown.Valid} people. Look at the preview and repeat with confirmCount={shown.Valid}.").ToProblem().ExecuteAsync(http);
        else
            await EnterAsync(http, caller, files, intake, source, lines, KeyOf(http.Request, body));
    }

    private static async Task EnterAsync(
        HttpContext http, Caller caller, OptOutFiles files, OptOutIntake intake, ImmutableArray<SourceLine> source, IReadOnlyList<OptOutLine> lines, string key)
    {
        http.Response.ContentType = "application/x-ndjson";
        await foreach (var written in EnterAsync(caller, files, intake, source, lines, key))
        {
            await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(written, JsonSerializerOptions.Web), http.RequestAborted);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        }
    }

    /// <summary>Enters the people of a file; what became of each line, as it does.</summary>
    public static async IAsyncEnumerable<EnteredLine> EnterAsync(
        Caller caller, OptOutFiles files, OptOutIntake intake, ImmutableArray<SourceLine> source, IReadOnlyList<OptOutLine> lines, string key)
    {
        for (var attempt = 1; lines.Count > 0; attempt++)
        {
            var again = new HashSet<long>();
            await foreach (var (line, answer) in files.EnterAsync(lines, caller.PracticeId!, line => new CommandContext(CommandId.From(caller.Actor.Id, "opt-out-file", $"{key} {line.Line}"), caller.Actor)))
            {
                if (OptOutFiles.IsOfAnotherEpoch(answer) && attempt < EpochAttempts)
                    again.Add(line.Line);
                else
                    yield return Entered(line, answer);
            }
            if (again.Count > 0)
                await intake.RefreshAsync();
            lines = files.Hash([.. source.Where(line => again.Contains(line.Number))], caller.PracticeId!);
        }
    }

    private static EnteredLine Entered(OptOutLine line, Result<OptOutView>? answer)
    {
        var status = answer switch
        {
            { IsRefused: false, Value.Repeated: true } => "repeated",
            { IsRefused: false } => "entered",
            _ => "rejected",
        };
        return new EnteredLine(line.Line, status, answer?.Value?.OptOutId, answer?.Value?.Sequence, line.Code ?? answer?.Refusal?.Code);
    }

    private static Task<ImmutableArray<SourceLine>> LinesAsync(HttpRequest request, ReadOnlyMemory<byte> body) =>
        LinesAsync(body, request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>The lines of a file.</summary>
    public static async Task<ImmutableArray<SourceLine>> LinesAsync(ReadOnlyMemory<byte> body, bool isCsv)
    {
        var stream = new MemoryStream(body.ToArray());
        var lines = ImmutableArray.CreateBuilder<SourceLine>();
        await foreach (var batch in isCsv ? CsvLines.ReadAsync(stream, CsvDefaults.Identities) : NdjsonLines.ReadAsync(stream))
            lines.AddRange(batch);
        return lines.ToImmutable();
    }

    // Without an Idempotency-Key the file itself is the key: the same file again changes nothing.
    private static string KeyOf(HttpRequest request, ReadOnlyMemory<byte> body) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : Convert.ToHexStringLower(SHA256.HashData(body.Span));
}

/// <summary>What became of a line.</summary>
internal sealed record EnteredLine(long Line, string Status, string? OptOutId, long? Sequence, string? Code);
