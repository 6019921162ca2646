using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Centra.Proof.Disk;

/// <summary>
/// Stands between SQLite and the operating system as a file system of SQLite's own kind (sqlite.org/vfs.html): passes everything on to the
/// usual one, and notes what is asked of the files that a log follows.
/// </summary>
internal static unsafe class SqliteRecorder
{
    // Offsets in sqlite3_vfs, and places in sqlite3_io_methods, of 64-bit systems; both are fixed by SQLite's interface.
    private const int VfsSize = 168, NameAt = 24, OpenAt = 40, DeleteAt = 48;
    private const int Methods = 19, Close = 1, Write = 3, Truncate = 4, Sync = 5;

    private static readonly nint Library = NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null);
    private static readonly delegate* unmanaged<nint, nint> Find = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(Library, "sqlite3_vfs_find");
    private static readonly delegate* unmanaged<nint, int, int> Register = (delegate* unmanaged<nint, int, int>)NativeLibrary.GetExport(Library, "sqlite3_vfs_register");
    private static readonly Lazy<(nint Usual, nint Own)> Systems = new(Make);
    private static readonly ConcurrentDictionary<nint, nint> Originals = new();
    private static readonly ConcurrentDictionary<nint, string> Paths = new();
    private static volatile DiskLog? _log;

    /// <summary>Connections that are opened from now on are followed.</summary>
    public static void Start(DiskLog log)
    {
        _log = log;
        _ = Register(Systems.Value.Own, 1);
    }

    /// <summary>Connections are opened in the usual way again.</summary>
    public static void Stop()
    {
        _ = Register(Systems.Value.Usual, 1);
        _log = null;
    }

    private static (nint Usual, nint Own) Make()
    {
        Batteries_V2.Init();
        var usual = Find(0);
        var own = Marshal.AllocHGlobal(VfsSize);
        Buffer.MemoryCopy((void*)usual, (void*)own, VfsSize, VfsSize);
        *(nint*)(own + NameAt) = Marshal.StringToCoTaskMemUTF8("recorder");
        *(nint*)(own + OpenAt) = (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int>)&OpenFile;
        *(nint*)(own + DeleteAt) = (nint)(delegate* unmanaged[Cdecl]<nint, nint, int, int>)&DeleteFile;
        return (usual, own);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OpenFile(nint vfs, nint name, nint file, int flags, int* outFlags)
    {
        var usual = Systems.Value.Usual;
        var result = ((delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int>)(*(nint*)(usual + OpenAt)))(usual, name, file, flags, outFlags);
        var path = Marshal.PtrToStringUTF8(name);
        if (result == 0 && path is not null && _log?.Follows(path) is true)
        {
            Paths[file] = path;
            *(nint*)file = Followed(*(nint*)file);
        }
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeleteFile(nint vfs, nint name, int syncFolder)
    {
        var usual = Systems.Value.Usual;
        var result = ((delegate* unmanaged[Cdecl]<nint, nint, int, int>)(*(nint*)(usual + DeleteAt)))(usual, name, syncFolder);
        if (result == 0 && Marshal.PtrToStringUTF8(name) is { } path && _log is { } log && log.Follows(path))
            log.Add(path, DiskActKind.Delete, 0, []);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int WriteFile(nint file, void* bytes, int count, long offset)
    {
        Note(file, DiskActKind.Write, offset, new ReadOnlySpan<byte>(bytes, count));
        return ((delegate* unmanaged[Cdecl]<nint, void*, int, long, int>)Original(file, Write))(file, bytes, count, offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int TruncateFile(nint file, long length)
    {
        Note(file, DiskActKind.Truncate, length, []);
        return ((delegate* unmanaged[Cdecl]<nint, long, int>)Original(file, Truncate))(file, length);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SyncFile(nint file, int flags)
    {
        var result = ((delegate* unmanaged[Cdecl]<nint, int, int>)Original(file, Sync))(file, flags);
        Note(file, DiskActKind.Sync, 0, []);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CloseFile(nint file)
    {
        var close = Original(file, Close);
        Paths.TryRemove(file, out _);
        return ((delegate* unmanaged[Cdecl]<nint, int>)close)(file);
    }

    // One table of methods for each of the usual file system's.
    private static nint Followed(nint original)
    {
        foreach (var (own, usual) in Originals)
            if (usual == original)
                return own;
        var methods = (nint*)Marshal.AllocHGlobal(Methods * sizeof(nint));
        Buffer.MemoryCopy((void*)original, methods, Methods * sizeof(nint), Methods * sizeof(nint));
        methods[Close] = (nint)(delegate* unmanaged[Cdecl]<nint, int>)&CloseFile;
        methods[Write] = (nint)(delegate* unmanaged[Cdecl]<nint, void*, int, long, int>)&WriteFile;
        methods[Truncate] = (nint)(delegate* unmanaged[Cdecl]<nint, long, int>)&TruncateFile;
        methods[Sync] = (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&SyncFile;
        Originals[(nint)methods] = original;
        return (nint)methods;
    }

    private static nint Original(nint file, int method) => ((nint*)Originals[*(nint*)file])[method];

    private static void Note(nint file, DiskActKind kind, long offset, ReadOnlySpan<byte> bytes)
    {
        if (_log is { } log && Paths.TryGetValue(file, out var path))
            log.Add(path, kind, offset, bytes);
    }
}
