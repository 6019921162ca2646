using System.Data.Common;

namespace Centra.Storage;

/// <summary>Lists of releases and downloads; each oldest first, from beyond the item where the last page ended.</summary>
public static class ReleaseList
{
    /// <summary>Versions of releases by request and standing; what is empty is not asked about.</summary>
    public static Task<List<ReleaseRow>> ReleasesAsync(DbSession session, string request, string standing, string after, int most) => session.QueryAsync(
        "select release_key, request_id, version, standing, manifest_sha256, rows, bytes, prepared_by, prepared_at, decided_by, decided_at, reason from release "
        + "where ($1 = '' or request_id = $1) and ($2 = '' or lower(standing) = lower($2)) "
        + "and ($3 = '' or (prepared_at, release_key) > (select r.prepared_at, r.release_key from release r where r.release_key = $3)) order by prepared_at, release_key limit $4",
        Release, request, standing, after, (long)most);

    /// <summary>Requests whose release waits to be built, oldest first.</summary>
    public static Task<List<string>> BuildingAsync(DbSession session, int most) => session.QueryAsync(
        "select request_id from release where standing = 'Building' order by prepared_at limit $1", row => row.GetString(0), (long)most);

    /// <summary>Downloads of a request and a person; what is empty is not asked about.</summary>
    public static Task<List<DownloadRow>> DownloadsAsync(DbSession session, string request, string user, string after, int most) => session.QueryAsync(
        "select download_key, request_id, version, file_name, bytes, user_id, at, is_check from release_download where ($1 = '' or request_id = $1) and ($2 = '' or user_id = $2) "
        + "and ($3 = '' or (at, download_key) > (select d.at, d.download_key from release_download d where d.download_key = $3)) order by at, download_key limit $4",
        Download, request, user, after, (long)most);

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
