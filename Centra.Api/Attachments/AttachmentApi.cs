using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Attachments;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Attachments;

/// <summary>Documents: sent in by anybody who is signed in, read by those whom they concern.</summary>
internal static class AttachmentApi
{
    // Boundaries and headers of a multipart body.
    private const long AroundDocument = 64 * 1024;

    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var settings = api.ServiceProvider.GetRequiredService<AttachmentSettings>();
        var group = api.MapGroup("/attachments").WithTags("Attachments");
        group.MapPost("/", TakeAsync).RequireAuthorization(Policies.OwnAccount).WithMetadata(new BodyLimit(settings.MostBytes + AroundDocument))
            .WithSummary("Sends in a document").Refuses(Enum.GetValues<AttachmentRefusal>().Except([AttachmentRefusal.AttachmentNotFound]).Cast<Enum>()).DisableAntiforgery();
        group.MapGet("/{id}", ReadAsync).RequireAuthorization(Policies.OwnAccount).WithSummary("A document").Refuses(AttachmentRefusal.AttachmentNotFound);
    }

    private static async Task<Results<Created<AttachmentAnswer>, ProblemHttpResult>> TakeAsync(
        HttpRequest request, Caller caller, AttachmentIntake intake, IdSource ids, CancellationToken cancellation)
    {
        if (intake.TooLarge(request.ContentLength - AroundDocument) is { } refusal)
            return Refused(request, refusal);
        if (await UploadedDocument.FindAsync(request, cancellation) is not { } document)
            return Refused(request, AttachmentRefusal.FileNameIsMissing.Because());
        var id = $"att-{caller.Command(request, "attach", ids).Id.Value:n}";
        var taken = await intake.TakeAsync(id, document.Name, caller.Actor.Id, document.Content, cancellation);
        return taken.IsRefused ? Refused(request, taken.Refusal) : taken.Map(Answer).ToCreated(answer => $"/api/attachments/{answer.DocumentId}");
    }

    /// <summary>Takes in a document that a page sent along with its form.</summary>
    public static async Task<Result<AttachmentAnswer>> StoreAsync(UploadedDocument document, CommandId id, string userId, AttachmentIntake intake, CancellationToken cancellation) =>
        (await intake.TakeAsync($"att-{id.Value:n}", document.Name, userId, document.Content, cancellation)).Map(Answer);

    /// <summary>A document, for whom it concerns.</summary>
    public static async Task<IResult> ReadAsync(string id, HttpContext http, Caller caller, AttachmentIntake intake, IAttachmentReaders readers, IFileStore files)
    {
        if (await intake.FindAsync(id) is not { IsReadable: true } found || !await MayReadAsync(found, caller, readers))
            return AttachmentRefusal.AttachmentNotFound.Because().ToProblem();
        var content = await files.OpenAsync(found.Sha256, http.RequestAborted) ?? throw new StoredFileException(found.Sha256);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(content, found.Type, found.Name, null, new EntityTagHeaderValue($"\"{found.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<bool> MayReadAsync(AttachmentRow found, Caller caller, IAttachmentReaders readers) =>
        found.UploadedBy == caller.Actor.Id || await readers.MayReadAsync(found, caller.Actor.Id);

    // What was not read of the body is not waited for.
    private static ProblemHttpResult Refused(HttpRequest request, Refusal refusal)
    {
        request.HttpContext.Response.Headers.Connection = "close";
        return refusal.ToProblem();
    }

    private static AttachmentAnswer Answer(AttachmentRow row) => new(row.AttachmentId, row.Name, row.Type, row.Size, row.Sha256);
}

/// <summary>A document that was taken in, as a request attaches it.</summary>
internal sealed record AttachmentAnswer(string DocumentId, string Name, string ContentType, long Size, string Sha256);
