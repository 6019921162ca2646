namespace Centra.Cli.Input;

/// <summary>Finds what a path on the command line stands for.</summary>
internal static class InputFiles
{
    private static readonly (string Ending, InputFormat Format, bool IsZipped)[] Endings =
    [
        (".ndjson", InputFormat.Ndjson, false),
        (".ndjson.gz", InputFormat.Ndjson, true),
        (".csv", InputFormat.Csv, false),
        (".csv.gz", InputFormat.Csv, true),
    ];

    /// <summary>The file, or the files of the folder by name; checked as far as that goes without reading them.</summary>
    public static IReadOnlyList<InputFile> Find(string path)
    {
        var found = Directory.Exists(path) ? InFolder(path) : [Single(path)];
        foreach (var file in found)
            file.CheckBeginning();
        return found;
    }

    /// <summary>The one file that a path names.</summary>
    public static InputFile Single(string path)
    {
        if (Directory.Exists(path))
            throw new CommandFailedException($"{path} is a folder; this takes a single file.");
        if (!File.Exists(path))
            throw new CommandFailedException($"There is no file or folder {path}.");
        return Known(path) ?? throw new CommandFailedException($"{path} is none of the files that are read: *.ndjson, *.csv, and both with .gz.");
    }

    private static IReadOnlyList<InputFile> InFolder(string folder)
    {
        var found = Directory.EnumerateFiles(folder).Select(Known).OfType<InputFile>().OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new CommandFailedException($"The folder {folder} holds no *.ndjson and no *.csv, nor either with .gz.");
    }

    private static InputFile? Known(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var (ending, format, isZipped) in Endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return new InputFile(path, name, format, isZipped);
        return null;
    }
}
