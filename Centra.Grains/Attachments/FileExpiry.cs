using Centra.Storage;

namespace Centra.Attachments;

/// <summary>
/// Removes files of agreements and releases whose retention has ended. What somebody else still names stays: the last who names it lets it go.
/// </summary>
public sealed class FileExpiry(ReadStore read, IFileStore files)
{
    private const int AtOnce = 200;

    /// <summary>Removes what is due; how many files.</summary>
    public async Task<int> RunAsync()
    {
        var (after, removed) = ("", 0);
        while (await read.Database.ReadAsync(session => NamedFiles.RemovedAsync(session, after, AtOnce)) is { Count: > 0 } due)
        {
            foreach (var sha256 in due)
                removed += await read.Database.WriteAsync(Fence.None, session => RemoveAsync(session, sha256));
            after = due[^1];
        }
        return removed;
    }

    // Inside the write, of which there is one at a time: nobody begins to name it between the question and the removal.
    private async Task<int> RemoveAsync(DbSession session, string sha256)
    {
        var isFree = !await NamedFiles.IsNamedAsync(session, sha256);
        if (isFree)
            await files.DeleteAsync(sha256);
        await NamedFiles.ForgetAsync(session, sha256);
        return isFree ? 1 : 0;
    }
}
