namespace Centra.Bench.Matching;

/// <summary>The folder of public test data beside the repository, or where CENTRA_SHARED_DATA says.</summary>
public static class SharedFolder
{
    /// <summary>A file of it, or null where it is not there.</summary>
    public static string? Find(string file)
    {
        var told = Environment.GetEnvironmentVariable("CENTRA_SHARED_DATA");
        var folder = string.IsNullOrEmpty(told) ? Beside(new DirectoryInfo(AppContext.BaseDirectory)) : told;
        return folder is not null && File.Exists(Path.Combine(folder, file)) ? Path.Combine(folder, file) : null;
    }

    private static string? Beside(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder?.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared", "data");
    }
}
