using Centra.Recording;
using Centra.Storage;

namespace Centra.Releases;

/// <summary>Keeps the lists of releases and of downloads.</summary>
public sealed class ReleaseProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "release/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var requestId = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<ReleaseOrdered>() is { } ordered)
            await OrderAsync(context, requestId, ordered);
        else if (recorded.Read<FileDownloaded>() is { } file)
            context.Add(Row(recorded, requestId, new DownloadView(file.By, file.FileName, file.Range, file.At, file.Version, IsCheck: false)));
        else if (recorded.Read<FileInspected>() is { } seen)
            context.Add(Row(recorded, requestId, new DownloadView(seen.By, seen.FileName, "0-", seen.At, seen.Version, IsCheck: true)));
        else
            await ChangeAsync(context, requestId, recorded);
    }

    private static async Task OrderAsync(ReadContext context, string requestId, ReleaseOrdered ordered)
    {
        if (ordered.Version > 1 && await FindAsync(context, requestId, ordered.Version - 1) is { Standing: "Building" or "Prepared" or "Approved" } former)
            former.Standing = nameof(ReleaseStanding.Superseded);
        context.Add(new ReleaseRow
        {
            ReleaseKey = KeyOf(requestId, ordered.Version),
            RequestId = requestId,
            Version = ordered.Version,
            Standing = nameof(ReleaseStanding.Building),
            PreparedBy = ordered.By,
            PreparedAt = ordered.At.ToUnixTimeMilliseconds(),
        });
    }

    private static async Task ChangeAsync(ReadContext context, string requestId, RecordedEvent recorded)
    {
        if (recorded.Read<ReleaseBuilt>() is { } built)
        {
            var row = await FindAsync(context, requestId, built.Version);
            (row.Standing, row.ManifestSha256) = (nameof(ReleaseStanding.Prepared), built.ManifestSha256);
            (row.Rows, row.Bytes) = (built.Checks.Sum(check => check.Rows), built.Files.Sum(file => file.Bytes));
        }
        else if (recorded.Read<ReleaseBuildFailed>() is { } failed)
            Decide(await FindAsync(context, requestId, failed.Version), ReleaseStanding.Failed, null, failed.Code, failed.At);
        else if (recorded.Read<ReleaseApproved>() is { } approved)
            Decide(await FindAsync(context, requestId, approved.Version), ReleaseStanding.Approved, approved.By, null, approved.At);
        else if (recorded.Read<ReleaseRejected>() is { } rejected)
            Decide(await FindAsync(context, requestId, rejected.Version), ReleaseStanding.Rejected, rejected.By, rejected.Reason, rejected.At);
    }

    private static void Decide(ReleaseRow row, ReleaseStanding standing, string? by, string? reason, DateTimeOffset at) =>
        (row.Standing, row.DecidedBy, row.Reason, row.DecidedAt) = (standing.ToString(), by, reason, at.ToUnixTimeMilliseconds());

    private static async Task<ReleaseRow> FindAsync(ReadContext context, string requestId, int version) =>
        await context.FindAsync<ReleaseRow>(KeyOf(requestId, version)) ?? throw new StreamBrokenException($"Release {version} of {requestId} has no row.");

    private static DownloadRow Row(RecordedEvent recorded, string requestId, DownloadView download) => new()
    {
        DownloadKey = $"{requestId}/{recorded.Position:D9}",
        RequestId = requestId,
        Version = download.Version,
        FileName = download.FileName,
        Bytes = download.Range,
        UserId = download.UserId,
        At = download.At.ToUnixTimeMilliseconds(),
        IsCheck = download.IsCheck ? 1 : 0,
    };

    private static string KeyOf(string requestId, int version) => $"{requestId}/{version:D4}";
}
