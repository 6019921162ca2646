using Centra.Storage;

namespace Centra.Attachments;

/// <summary>
/// Removes files of agreements and releases whose retention has ended. What somebody else still names stays: the last who names it lets it go.
/// </summary>
public sealed class FileExpiry(ReadStore read, FileRemoving removing, FileClaims claims)
{
    private const int AtOnce = 200;

    /// <summary>Removes what is due; how many files.</summary>
    public async Task<int> RunAsync()
    {
        var (after, removed) = ("", 0);
        while (await read.Database.ReadAsync(session => NamedFiles.RemovedAsync(session, after, AtOnce)) is { Count: > 0 } due)
        {
            foreach (var sha256 in due)
                removed += await removing.RemoveAsync(sha256) ? 1 : 0;
            after = due[^1];
        }
        await claims.ForgetAsync();
        return removed;
    }
}
