using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Centra.Bench.Gate.Loading;

/// <summary>What Linux keeps of files in memory.</summary>
internal static partial class PageCache
{
    private const int DontNeed = 4;

    /// <summary>Has a folder's files leave it, so that they are read from the disk again.</summary>
    public static void Leave(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(file);
            if (OperatingSystem.IsLinux() && Advise(file, 0, 0, DontNeed) != 0)
                throw new IOException($"{path} does not leave the page cache.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}
