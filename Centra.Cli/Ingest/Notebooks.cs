using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Centra.Cli.Input;
using Centra.Cli.Server;

namespace Centra.Cli.Ingest;

/// <summary>Which notebook is for which input, and whether that is still the same.</summary>
internal static class Notebooks
{
    /// <summary>Changes when the same files would be cut into other batches.</summary>
    private const int PlanVersion = 1;

    /// <summary>The notebook of an input, a service and a key.</summary>
    public static Notebook Open(Surroundings around, string path, Connection server)
    {
        var name = Digest($"{Path.GetFullPath(path)}\n{server.Address}\n{server.KeyName}")[..32];
        var folder = Folder(around);
        try
        {
            Directory.CreateDirectory(folder);
            return Notebook.Open(Path.Combine(folder, name + ".ndjson"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Where the job stands cannot be kept in {folder}: name another folder as CENTRA_STATE.");
        }
    }

    /// <summary>Digest of what a job is of: the files with their sizes and times, and the mapping.</summary>
    public static string DigestOf(IReadOnlyList<InputFile> files, CsvMappingFile? mapping)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"plan {PlanVersion}\n");
        foreach (var file in files)
            text.Append(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {File.GetLastWriteTimeUtc(file.Path).Ticks}\n");
        return Digest(text.Append(mapping?.Document.GetRawText()).ToString());
    }

    private static string Folder(Surroundings around)
    {
        if (around.Variable("CENTRA_STATE") is { Length: > 0 } given)
            return given;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0 ? Path.Combine(home, "centra", "ingest") : Path.Combine(Path.GetTempPath(), $"centra-{Environment.UserName}");
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
