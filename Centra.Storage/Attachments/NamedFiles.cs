namespace Centra.Storage;

/// <summary>Files by their hashes, and whether anything still names them.</summary>
public static class NamedFiles
{
    private const string Streams =
        "(stream >= 'agreement/' and stream < 'agreement0' or stream >= 'release/' and stream < 'release0' or stream >= 'dataset/' and stream < 'dataset0')";

    /// <summary>Whether a document, an agreement, a release or a dataset has this content.</summary>
    public static async Task<bool> IsNamedAsync(DbSession session, string sha256) =>
        await session.NumberAsync("select count(*) from attachment where sha256 = $1", sha256) > 0
        || await session.NumberAsync($"select count(*) from event where {Streams} and payload like '%' || $1 || '%'", sha256) > 0;

    /// <summary>Files that removed entries named, above a hash.</summary>
    public static Task<List<string>> RemovedAsync(DbSession session, string above, int most) =>
        session.QueryAsync("select sha256 from file_removal where sha256 > $1 order by sha256 limit $2", row => row.GetString(0), above, (long)most);

    /// <summary>A file is to be removed as soon as nothing names it.</summary>
    public static Task<int> NoteAsync(DbSession session, string sha256) => session.ExecuteAsync("insert into file_removal (sha256) values ($1) on conflict do nothing", sha256);

    /// <summary>Nothing is to be done about a file any more.</summary>
    public static Task<int> ForgetAsync(DbSession session, string sha256) => session.ExecuteAsync("delete from file_removal where sha256 = $1", sha256);
}
