using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Releases;

/// <summary>Files of releases: for members by a personal link, for stewards who check them. Each is recorded before its first byte.</summary>
internal static class DownloadApi
{
    public static void MapDownloads(this RouteGroupBuilder group)
    {
        group.MapGet("/{requestId}/files/{name}/link", LinkAsync).RequireAuthorization(Policies.OwnAccount).WithSummary("A personal link to a file, good for ten minutes").SendsToRequest<RecordDownload>();
        group.MapGet("/download/{token}", DownloadAsync).RequireAuthorization(Policies.OwnAccount).WithSummary("A file by its link; ranges can be asked for").SendsToRequest<RecordDownload>().Refuses(ReleaseRefusal.LinkIsNotValid);
        group.MapGet("/{requestId}/versions/{n:int}/files/{name}", InspectAsync).RequireAuthorization(Policies.InspectReleases).WithSummary("A file, for a steward who checks it").SendsToRequest<InspectFile>();
    }

    private static async Task<IResult> LinkAsync(string requestId, string name, HttpContext http, Caller caller, IGrainFactory grains, ReleaseLinks links)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await IssueAsync("/api/releases/download", requestId, name, caller, grains, links)).ToHttp();
    }

    /// <summary>A personal link, below an address that takes its token.</summary>
    public static async Task<Result<FileLink>> IssueAsync(string below, string requestId, string name, Caller caller, IGrainFactory grains, ReleaseLinks links)
    {
        var may = await Request(grains, requestId).MayDownload(caller.Actor.Id);
        if (may.IsRefused)
            return may.Refusal;
        var newest = (await Release(grains, requestId).View()).Value?.Versions[^1];
        if (newest?.Files.FirstOrDefault(file => file.Name == name) is not { } file)
            return ReleaseRefusal.FileNotFound;
        var (token, until) = links.Issue(new ReleaseLink(caller.Actor.Id, requestId, newest.Version, name));
        return new FileLink($"{below}/{token}", until, file.Name, file.Sha256, file.Bytes);
    }

    /// <summary>A file by its link.</summary>
    public static async Task<IResult> DownloadAsync(
        string token, HttpContext http, Caller caller, IGrainFactory grains, ReleaseLinks links, IdSource ids, IFileStore files, TimeProvider clock)
    {
        if (links.Read(token, caller.Actor.Id) is not { } link)
            return ReleaseRefusal.LinkIsNotValid.Because().ToProblem();
        var request = Request(grains, link.RequestId);
        var file = await FileAsync(grains, link.RequestId, link.Version, link.FileName, isNewest: true);
        if (file is null)
            return ReleaseRefusal.LinkIsNotValid.Because().ToProblem();
        var recorded = await request.Handle(new CommandContext(ids.NewCommandId(), caller.Actor), new ForRelease(new RecordDownload(file.Name, RangeOf(http.Request))));
        return recorded.IsRefused ? recorded.Refusal.ToProblem()
            : await SendAsync(files, file, async () => !(await request.MayDownload(caller.Actor.Id)).IsRefused, clock, http.RequestAborted);
    }

    /// <summary>A file, for a steward who checks it.</summary>
    public static async Task<IResult> InspectAsync(
        string requestId, int n, string name, HttpContext http, Caller caller, IGrainFactory grains, IdSource ids, IFileStore files, TimeProvider clock)
    {
        var request = Request(grains, requestId);
        var recorded = await request.Handle(new CommandContext(ids.NewCommandId(), caller.Actor), new ForRelease(new InspectFile(n, name)));
        if (recorded.IsRefused)
            return recorded.Refusal.ToProblem();
        return await FileAsync(grains, requestId, n, name, isNewest: false) is { } file
            ? await SendAsync(files, file, async () => (await request.View(caller.Actor.Id)).Value?.Actions.Any(MayInspect) ?? false, clock, http.RequestAborted)
            : ReleaseRefusal.FileNotFound.Because().ToProblem();
    }

    private static async Task<IResult> SendAsync(IFileStore files, ReleaseFile file, Func<Task<bool>> mayGoOn, TimeProvider clock, CancellationToken cancellation)
    {
        var content = await files.OpenAsync(file.Sha256, cancellation) ?? throw new StoredFileException(file.Sha256);
        return new WatchedFile(content, file.Name, file.Sha256, mayGoOn, clock);
    }

    private static async Task<ReleaseFile?> FileAsync(IGrainFactory grains, string requestId, int version, string name, bool isNewest)
    {
        var versions = (await Release(grains, requestId).View()).Value?.Versions ?? [];
        return version < 1 || version > versions.Length || (isNewest && version != versions.Length) ? null : versions[version - 1].Files.FirstOrDefault(file => file.Name == name);
    }

    private static bool MayInspect(ActionView action) => action is { Command: RequestCommandKind.InspectRelease, IsAllowed: true };

    private static string RangeOf(HttpRequest request) => request.Headers.Range.ToString() is { Length: > 0 } range ? range : "0-";

    private static IDataRequestGrain Request(IGrainFactory grains, string requestId) => grains.GetGrain<IDataRequestGrain>($"request/{requestId}");

    private static IReleaseGrain Release(IGrainFactory grains, string requestId) => grains.GetGrain<IReleaseGrain>($"release/{requestId}");
}

/// <summary>A personal link.</summary>
/// <param name="Url">Where the file is, for this person, signed in.</param>
/// <param name="ExpiresAt">Until when the download has to begin; one that has begun goes on.</param>
/// <param name="Name">The file.</param>
/// <param name="Sha256">Its SHA-256, also its ETag.</param>
/// <param name="Bytes">Its size.</param>
public sealed record FileLink(string Url, DateTimeOffset ExpiresAt, string Name, string Sha256, long Bytes);
