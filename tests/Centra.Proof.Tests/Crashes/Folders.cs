namespace Centra.Proof.Crashes;

/// <summary>Copies of data folders.</summary>
internal static class Folders
{
    /// <summary>Copies a folder with everything in it.</summary>
    public static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
        return to;
    }

    /// <summary>Puts a file or folder back as it stands in another copy; one that the copy lacks goes.</summary>
    public static void PutBack(string name, string old, string folder)
    {
        Remove(Path.Combine(folder, name));
        var kept = Path.Combine(old, name);
        if (Directory.Exists(kept))
            Copy(kept, Path.Combine(folder, name));
        else if (File.Exists(kept))
            File.Copy(kept, Path.Combine(folder, name));
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            foreach (var file in new[] { path, path + "-wal", path + "-shm" })
                File.Delete(file);
    }
}
