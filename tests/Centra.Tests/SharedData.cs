namespace Centra.Tests;

/// <summary>
/// The sample data beside the repository: CENTRA_SHARED_DATA, or ../shared/data seen from the root. A test that needs it is skipped
/// where it is missing.
/// </summary>
public static class SharedData
{
    /// <summary>A file or folder of the sample data; skips the test where there is none.</summary>
    public static string Path(params string[] parts)
    {
        var path = Folder() is { } folder ? System.IO.Path.Combine([folder, .. parts]) : null;
        if (path is null || (!File.Exists(path) && !Directory.Exists(path)))
            Assert.Skip("no shared data");
        return path;
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("CENTRA_SHARED_DATA") is { Length: > 0 } given)
            return given;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "global.json")))
            root = root.Parent;
        return root?.Parent is { } beside ? System.IO.Path.Combine(beside.FullName, "shared", "data") : null;
    }
}
