using System.Data.Common;

namespace Centra.Storage;

/// <summary>Lists of releases and downloads; each oldest first, from beyond the item where the last page ended.</summary>
public static class ReleaseList
{
    internal const string Building = "select request_id from release where standing = 'Building' order by prepared_at limit $1";

    /// <summary>Versions of releases by request and standing; what is empty is not asked about.</summary>
    public static Task<List<ReleaseRow>> ReleasesAsync(DbSession session, string request, string standing, string after, int most) => session.QueryAsync(
        ReleasesSql(request.Length > 0, after.Length > 0), Release, request, standing, after, (long)most);

    /// <summary>Requests whose release waits to be built, oldest first.</summary>
    public static Task<List<string>> BuildingAsync(DbSession session, int most) => session.QueryAsync(Building, row => row.GetString(0), (long)most);

    /// <summary>Downloads of a request and a person; what is empty is not asked about.</summary>
    public static Task<List<DownloadRow>> DownloadsAsync(DbSession session, string request, string user, string after, int most) => session.QueryAsync(
        DownloadsSql(request.Length > 0, user.Length > 0, after.Length > 0), Download, request, user, after, (long)most);

    internal static string ReleasesSql(bool ofRequest, bool isAfter) =>
        "select release_key, request_id, version, standing, manifest_sha256, rows, bytes, prepared_by, prepared_at, decided_by, decided_at, reason from release "
        + $"where {Conditions.Of("request_id", "$1", ofRequest)} and ($2 = '' or lower(standing) = lower($2)) "
        + $"and {Conditions.Beyond("release", "prepared_at", "release_key", "$3", isAfter)} order by prepared_at, release_key limit $4";

    internal static string DownloadsSql(bool ofRequest, bool ofUser, bool isAfter) =>
        "select download_key, request_id, version, file_name, bytes, user_id, at, is_check from release_download "
        + $"where {Conditions.Of("request_id", "$1", ofRequest)} and {Conditions.Of("user_id", "$2", ofUser)} "
        + $"and {Conditions.Beyond("release_download", "at", "download_key", "$3", isAfter)} order by at, download_key limit $4";

    private static ReleaseRow Release(DbDataReader row) => new()
    {
        ReleaseKey = row.GetString(0),
        RequestId = row.GetString(1),
        Version = row.GetInt64(2),
        Standing = row.GetString(3),
        ManifestSha256 = row.TextOrNull(4),
        Rows = row.GetInt64(5),
        Bytes = row.GetInt64(6),
        PreparedBy = row.GetString(7),
        PreparedAt = row.GetInt64(8),
        DecidedBy = row.TextOrNull(9),
        DecidedAt = row.NumberOrNull(10),
        Reason = row.TextOrNull(11),
    };

    private static DownloadRow Download(DbDataReader row) => new()
    {
        DownloadKey = row.GetString(0),
        RequestId = row.GetString(1),
        Version = row.GetInt64(2),
        FileName = row.GetString(3),
        Bytes = row.GetString(4),
        UserId = row.GetString(5),
        At = row.GetInt64(6),
        IsCheck = row.GetInt64(7),
    };
}
