using Centra.Api.Attachments;
using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Attachments;
using Centra.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>
/// The form that attaches a document: what <c>POST /api/attachments</c> does, then the command. Its file is read as it comes, so the anti-forgery token
/// stands before it in the form and is checked before the first byte of it is.
/// </summary>
internal static class DocumentForms
{
    /// <summary>Room around the file.</summary>
    public const long Around = 64 * 1024;

    private const int LongestField = 4_000;

    public static async Task<IResult> AttachAsync(
        string id, Visitor visitor, Caller caller, HttpContext http, Reading reading, AttachmentIntake intake, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> token, IdSource ids)
    {
        if (Boundary(http.Request) is not { } boundary)
            return Results.BadRequest();
        var (fields, file) = await ReadAsync(new MultipartReader(boundary, http.Request.Body), http.RequestAborted);
        http.Request.Headers[token.Value.HeaderName!] = fields.GetValueOrDefault(token.Value.FormFieldName, "");
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        var refusal = intake.TooLarge(http.Request.ContentLength - Around) ?? (file is null
            ? AttachmentRefusal.FileNameIsMissing.Because("Choose a file first.")
            : await AttachAsync(id, file, fields.ContainsKey("isForm"), caller, reading.Grains, intake, ids, http.RequestAborted));
        if (http.Request.Headers.Accept == "application/json")
            return refusal is null ? Results.NoContent() : refusal.ToProblem();
        return refusal is null
            ? Results.LocalRedirect($"~/requests/{Uri.EscapeDataString(id)}/application/documents?done=saved")
            : await ApplicationPages.DocumentsAsync(id, visitor, reading, refusal);
    }

    private static async Task<Refusal?> AttachAsync(
        string id, UploadedDocument file, bool isForm, Caller caller, IGrainFactory grains, AttachmentIntake intake, IdSource ids, CancellationToken cancellation)
    {
        var taken = await AttachmentApi.StoreAsync(file, ids.NewCommandId(), caller.Actor.Id, intake, cancellation);
        if (taken.IsRefused)
            return taken.Refusal;
        var attach = new Attach(new AttachedDocument(taken.Value.DocumentId, "", "", 0, "", isForm));
        return (await RequestRoutes.Grain(grains, id).Handle(new CommandContext(ids.NewCommandId(), caller.Actor), attach)).Refusal;
    }

    // Fields up to the file, which is last.
    private static async Task<(Dictionary<string, string> Fields, UploadedDocument? File)> ReadAsync(MultipartReader reader, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>();
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            if (disposition?.IsFileDisposition() ?? false)
                return (fields, UploadedDocument.Named(Name(disposition), section.Body));
            if (disposition is not null && fields.Count < 20)
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await TextAsync(section.Body, cancellation);
        }
        return (fields, null);
    }

    private static string Name(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.Length > 0 ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 100 } boundary ? boundary : null;
}
