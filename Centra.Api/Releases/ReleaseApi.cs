using System.Text.Json.Serialization;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Releases;

/// <summary>Releases as they are seen. Their commands are sent to the request.</summary>
internal static class ReleaseApi
{
    public static void MapReleases(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/releases").WithTags("Releases");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeReleases).WithSummary("Releases of all requests");
        group.MapGet("/downloads", DownloadsAsync).RequireAuthorization(Policies.SeeReleases).WithSummary("Downloads, and looks of stewards");
        group.MapGet("/{requestId}", ViewAsync).RequireAuthorization(Policies.OwnAccount).WithSummary("The release of a request").Refuses(DataRequestRefusal.RequestNotFound, ReleaseRefusal.ReleaseNotFound);
        group.MapDownloads();
    }

    private static async Task<IResult> ListAsync(string? request, string? standing, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => ReleaseList.ReleasesAsync(session, request ?? "", standing ?? "", after ?? "", most));
        var items = rows.ConvertAll(row => new ReleaseItem(
            row.RequestId, row.Version, row.Standing, row.ManifestSha256, row.Rows, row.Bytes, row.PreparedBy, Listing.Time(row.PreparedAt), row.DecidedBy,
            row.DecidedAt is { } at ? Listing.Time(at) : null, row.Reason));
        return Listing.Answer(http, new Page<ReleaseItem>(items, rows.Count == most ? rows[^1].ReleaseKey : null),
            ("requestId", one => one.RequestId), ("version", one => one.Version), ("standing", one => ViewName.Of(one.Standing)), ("manifestSha256", one => one.ManifestSha256),
            ("rows", one => one.Rows), ("bytes", one => one.Bytes), ("preparedBy", one => one.PreparedBy), ("preparedAt", one => one.PreparedAt),
            ("decidedBy", one => one.DecidedBy), ("decidedAt", one => one.DecidedAt), ("reason", one => one.Reason));
    }

    private static async Task<IResult> DownloadsAsync(string? request, string? user, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => ReleaseList.DownloadsAsync(session, request ?? "", user ?? "", after ?? "", most));
        var items = rows.ConvertAll(row => new DownloadItem(row.RequestId, row.Version, row.FileName, row.Bytes, row.UserId, Listing.Time(row.At), row.IsCheck == 1));
        return Listing.Answer(http, new Page<DownloadItem>(items, rows.Count == most ? rows[^1].DownloadKey : null),
            ("requestId", one => one.RequestId), ("version", one => one.Version), ("fileName", one => one.FileName), ("range", one => one.Range),
            ("userId", one => one.UserId), ("at", one => one.At), ("isCheck", one => one.IsCheck));
    }

    private static async Task<Results<Ok<ReleaseView>, ProblemHttpResult>> ViewAsync(string requestId, Caller caller, IGrainFactory grains) =>
        (await FindAsync(requestId, caller, grains)).ToHttp();

    /// <summary>The release of a request. The team sees what was approved for it; how it came about is the society's.</summary>
    public static async Task<Result<ReleaseView>> FindAsync(string requestId, Caller caller, IGrainFactory grains)
    {
        var request = await grains.GetGrain<IDataRequestGrain>($"request/{requestId}").View(caller.Actor.Id);
        if (request.IsRefused)
            return request.Refusal;
        var release = await grains.GetGrain<IReleaseGrain>($"release/{requestId}").View();
        return release.Map(all => PolicyTable.All[Policies.SeeReleases].Roles.Any(caller.Principal.IsInRole) ? all : ForTheTeam(all, caller.Actor.Id));
    }

    private static ReleaseView ForTheTeam(ReleaseView all, string userId) => all with
    {
        Versions = [.. all.Versions.Where(version => version.Standing is ReleaseStanding.Approved)],
        Downloads = [.. all.Downloads.Where(download => download.UserId == userId)],
    };
}

/// <summary>A version of a release in a list.</summary>
internal sealed record ReleaseItem(
    string RequestId, long Version, [property: JsonConverter(typeof(ViewName))] string Standing, string? ManifestSha256, long Rows, long Bytes, string PreparedBy, DateTimeOffset PreparedAt, string? DecidedBy,
    DateTimeOffset? DecidedAt, string? Reason);

/// <summary>A download in a list.</summary>
internal sealed record DownloadItem(string RequestId, long Version, string FileName, string Range, string UserId, DateTimeOffset At, bool IsCheck);
