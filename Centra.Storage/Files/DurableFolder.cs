using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Centra.Storage;

/// <summary>
/// Names of files as lasting as their content: when the power goes, a file that was written and synced is only there if the folder that
/// holds its name was synced after it got the name (POSIX says nothing else, and file systems without a journal do nothing else).
/// </summary>
internal static class DurableFolder
{
    /// <summary>Moves a synced file to its name. It lasts when this returns.</summary>
    public static void Move(string fresh, string path)
    {
        File.Move(fresh, path, overwrite: true);
        Sync(path);
    }

    /// <summary>Syncs the folder of a file, and the one above, which the first may be new in.</summary>
    public static void Sync(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        SyncOne(folder);
        if (Path.GetDirectoryName(folder) is { } above)
            SyncOne(above);
    }

    // Windows keeps names in its journal, and has no call for this.
    private static void SyncOne(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + "\0"), 0), ownsHandle: true);
        // A folder above that may not be read is not ours, and was there before.
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    // .NET opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint Open(byte[] path, int flags);
}
