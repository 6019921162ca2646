using Centra.Storage;

namespace Centra.Attachments;

/// <summary>
/// Removes one file that nothing names any more, and nobody is about to name (<see cref="FileClaims"/>). The store is asked between two writes, never inside one:
/// a bucket may take long.
/// </summary>
public sealed class FileRemoving(ReadStore read, IFileStore files, FileClaims claims)
{
    /// <summary>Removes it; whether it is gone. What is claimed stays noted for the next sweep.</summary>
    public async Task<bool> RemoveAsync(string sha256)
    {
        if (await read.Database.WriteAsync(Fence.None, session => BeginAsync(session, sha256)) is not { } removal || !claims.HasTime(removal))
            return false;
        await files.DeleteAsync(sha256);
        await read.Database.WriteAsync(Fence.None, session => EndAsync(session, removal));
        return true;
    }

    private async Task<FileRemoval?> BeginAsync(DbSession session, string sha256)
    {
        if (await claims.BeginAsync(session, sha256) is not { } removal)
            return null;
        if (!await NamedFiles.IsNamedAsync(session, sha256))
            return removal;
        await EndAsync(session, removal);
        return null;
    }

    private static async Task<int> EndAsync(DbSession session, FileRemoval removal) =>
        await FileClaims.EndAsync(session, removal) + await NamedFiles.ForgetAsync(session, removal.Name);
}
