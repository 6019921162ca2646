using System.Globalization;
using Centra.Agreements;
using Centra.Api.Agreements;
using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Attachments;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The agreement as it was signed on paper: the scan is sent in by a form with a file, and read by those who attest it.</summary>
internal static class AgreementScanPages
{
    private const long AroundDocument = 64 * 1024;
    private static readonly byte[] Pdf = "%PDF"u8.ToArray();

    public static void MapScan(this IEndpointRouteBuilder app)
    {
        var most = app.ServiceProvider.GetRequiredService<AttachmentSettings>().MostBytes;
        app.Pages("/requests/{id}/agreement/scan", Policies.ManageRequests).MapPost("/", TakeAsync).WithMetadata(new BodyLimit(most + AroundDocument));
        app.Pages("/requests/{id}/agreement/scan", Policies.SeeAgreements).MapGet("/", ReadAsync);
    }

    private static async Task<IResult> TakeAsync(
        string id, IFormCollection form, Visitor visitor, Caller caller, HttpContext http, AttachmentIntake intake, IGrainFactory grains, IdSource ids, IFileStore files, ReadStore read)
    {
        var call = new FormCall($"/requests/{id}/agreement/scan", form);
        http.Request.Headers["Idempotency-Key"] = call.Key;
        var refusal = form.Files is [{ Length: > 0 } file, ..]
            ? await AttachAsync(id, file, call, caller, http, intake, grains, ids)
            : AttachmentRefusal.FileNameIsMissing.Because();
        if (refusal is null)
            return Results.LocalRedirect($"~/requests/{Uri.EscapeDataString(id)}/agreement?done=scan");
        call.Refused = new Refused(Answers.StatusOf(refusal.Kind), refusal.Code, refusal.Detail);
        return await AgreementPages.ShowAsync(id, visitor with { Call = call, Address = $"/requests/{id}/agreement" }, caller, grains, files, read, http.RequestAborted);
    }

    // As a program does it: the document first, then the command that names it.
    private static async Task<Refusal?> AttachAsync(string id, IFormFile file, FormCall call, Caller caller, HttpContext http, AttachmentIntake intake, IGrainFactory grains, IdSource ids)
    {
        if (intake.TooLarge(file.Length) is { } tooLarge)
            return tooLarge;
        await using var content = file.OpenReadStream();
        var taken = await intake.TakeAsync($"att-{caller.Command(http.Request, "attach", ids).Id.Value:n}", file.FileName, caller.Actor.Id, content, http.RequestAborted);
        if (taken.IsRefused)
            return taken.Refusal;
        _ = DateOnly.TryParse(call.Typed("signedOn"), CultureInfo.InvariantCulture, out var day);
        var attach = new AttachSignedScan(taken.Value.Sha256, Text("sha256"), Text("officialId"), Text("fullName"), Text("capacity"), day);
        return (await RequestRoutes.Grain(grains, id).Handle(caller.Command(http.Request, $"attach-scan-{id}", ids), new ForAgreement(attach))).Refusal;

        string Text(string name) => call.Typed(name) ?? "";
    }

    private static async Task<IResult> ReadAsync(string id, Caller caller, HttpContext http, IGrainFactory grains, IFileStore files)
    {
        var agreement = await AgreementApi.FindAsync(caller, id, grains);
        if (agreement.IsRefused)
            return agreement.Refusal.ToProblem();
        var sha256 = agreement.Value.Scan?.ScanSha256 ?? agreement.Value.Signatures.LastOrDefault(signature => signature.ScanSha256 is not null)?.ScanSha256;
        if (sha256 is null || await files.OpenAsync(sha256, http.RequestAborted) is not { } content)
            return AgreementRefusal.NoScanIsAttached.Because().ToProblem();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(content, "application/octet-stream", $"signed-agreement-{id}{await EndingAsync(files, sha256, http.RequestAborted)}");
    }

    private static async Task<string> EndingAsync(IFileStore files, string sha256, CancellationToken cancellation)
    {
        await using var content = await files.OpenAsync(sha256, cancellation);
        var beginning = new byte[Pdf.Length];
        return content is not null && await content.ReadAtLeastAsync(beginning, Pdf.Length, throwOnEndOfStream: false, cancellation) == Pdf.Length && beginning.SequenceEqual(Pdf) ? ".pdf" : "";
    }
}
