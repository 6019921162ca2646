using System.Globalization;
using Centra.Agreements;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Agreements;

/// <summary>Agreements, their documents, and how two versions differ. Commands go to the request.</summary>
internal static class AgreementApi
{
    public static void MapAgreements(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/agreements").WithTags("Agreements").RequireAuthorization(Policies.SeeAgreements);
        group.MapGet("/", ListAsync).WithSummary("Agreements by their current version");
        group.MapGet("/{request}", ViewAsync).WithSummary("An agreement: versions, signatures, changes asked for").Refuses(AgreementRefusal.AgreementNotFound);
        group.MapGet("/{request}/versions/{n:int}/document", DocumentAsync).WithSummary("The document of a version: PDF, or text with Accept: text/plain").Refuses(AgreementRefusal.VersionNotFound);
        group.MapGet("/{request}/versions/{n:int}/changes", ChangesAsync).WithSummary("How a version differs from a former one, clause by clause").Refuses(AgreementRefusal.VersionNotFound);
    }

    private static async Task<IResult> ListAsync(string? standing, string? after, int? limit, Caller caller, HttpContext http, ReadStore read, TimeProvider clock)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => AgreementList.PageAsync(session, AgreementReaders.Of(caller, clock), NameOf(standing), after ?? "", most));
        return Listing.Answer(http, new Page<AgreementItem>([.. rows.Select(AgreementItem.Of)], rows.Count == most ? rows[^1].RequestId : null), AgreementItem.Columns);
    }

    // As answers write it, or as it is stored; what is no standing finds nothing.
    private static string? NameOf(string? standing) => Enum.TryParse<AgreementStanding>(standing, ignoreCase: true, out var known) ? known.ToString() : standing;

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> ViewAsync(string request, Caller caller, IGrainFactory grains) =>
        (await FindAsync(caller, request, grains)).ToHttp();

    /// <summary>The agreement of a request, for whoever reads it.</summary>
    public static async Task<Result<AgreementView>> FindAsync(Caller caller, string request, IGrainFactory grains) =>
        await AgreementReaders.MayReadAsync(caller, request, grains) ? await Grain(grains, request).View() : AgreementRefusal.AgreementNotFound;

    /// <summary>The document of a version, for whoever reads the agreement.</summary>
    public static async Task<IResult> DocumentAsync(string request, int n, Caller caller, HttpContext http, IGrainFactory grains, IFileStore files)
    {
        var version = await VersionAsync(caller, grains, request, n);
        if (version.IsRefused)
            return version.Refusal.ToProblem();
        var asText = http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/plain");
        var sha256 = asText ? version.Value.TextSha256 : version.Value.Sha256;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Content-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(sha256))}:";
        return TypedResults.Stream(
            await OpenAsync(files, sha256, http.RequestAborted), asText ? "text/plain; charset=utf-8" : "application/pdf",
            string.Create(CultureInfo.InvariantCulture, $"agreement-{request}-{n}.{(asText ? "txt" : "pdf")}"));
    }

    private static async Task<Results<Ok<AgreementComparison>, ProblemHttpResult>> ChangesAsync(
        string request, int n, int? from, Caller caller, IGrainFactory grains, IFileStore files, CancellationToken cancellation) =>
        (await CompareAsync(caller, grains, files, request, from ?? n - 1, n, cancellation)).ToHttp();

    /// <summary>How a version differs from a former one.</summary>
    public static async Task<Result<AgreementComparison>> CompareAsync(
        Caller caller, IGrainFactory grains, IFileStore files, string request, int from, int to, CancellationToken cancellation)
    {
        var (former, later) = (await VersionAsync(caller, grains, request, from), await VersionAsync(caller, grains, request, to));
        if ((later.Refusal ?? former.Refusal) is { } refusal)
            return refusal;
        return AgreementComparison.Of(await ReadAsync(files, former.Value!, cancellation), await ReadAsync(files, later.Value!, cancellation));
    }

    private static async Task<Result<AgreementVersionView>> VersionAsync(Caller caller, IGrainFactory grains, string request, int number) =>
        await AgreementReaders.MayReadAsync(caller, request, grains) ? await Grain(grains, request).Version(number) : AgreementRefusal.VersionNotFound;

    /// <summary>A version's sections and clauses.</summary>
    public static async Task<AgreementDocument> ReadAsync(IFileStore files, AgreementVersionView version, CancellationToken cancellation)
    {
        await using var source = await OpenAsync(files, version.SourceSha256, cancellation);
        return await AgreementSource.ReadAsync(source, cancellation);
    }

    // A version is recorded after its files: one that is missing was lost with a disk or a backup.
    private static async Task<Stream> OpenAsync(IFileStore files, string sha256, CancellationToken cancellation) =>
        await files.OpenAsync(sha256, cancellation) ?? throw new StoredFileException(sha256);

    private static IAgreementGrain Grain(IGrainFactory grains, string request) => grains.GetGrain<IAgreementGrain>($"agreement/{request}");
}
