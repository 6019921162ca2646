using System.Text.Json;
using Centra.Cli.Input;

namespace Centra.Cli.Ingest;

/// <summary>A mapping for CSV files: sent with the job as it is, and read for one thing only, which files are of patients.</summary>
internal sealed class CsvMappingFile
{
    private readonly List<(string File, LineGroup Group)> _files = [];

    private CsvMappingFile(JsonElement document)
    {
        Document = document;
        if (document.ValueKind is JsonValueKind.Object && document.TryGetProperty("files", out var files) && files.ValueKind is JsonValueKind.Array)
            foreach (var entry in files.EnumerateArray().Where(entry => entry.ValueKind is JsonValueKind.Object))
                _files.Add((TextOf(entry, "file") ?? "", GroupOf(entry)));
    }

    public JsonElement Document { get; }

    /// <summary>Reads a mapping file; null for none.</summary>
    public static CsvMappingFile? Read(string? path)
    {
        if (path is null)
            return null;
        if (!File.Exists(path))
            throw new CommandFailedException($"There is no mapping file {path}.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new CsvMappingFile(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new CommandFailedException($"The mapping file {path} is no JSON.");
        }
    }

    /// <summary>When the rows of a file are sent: the entry with the longest name that the file's begins with says so, as on the service.</summary>
    public LineGroup GroupOf(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return _files.Where(file => stem.StartsWith(file.File, StringComparison.OrdinalIgnoreCase))
            .DefaultIfEmpty(("", LineGroup.Rest)).MaxBy(file => file.Item1.Length).Item2;
    }

    private static LineGroup GroupOf(JsonElement entry) => entry.TryGetProperty("template", out var template)
        ? ResourceScan.Of(JsonSerializer.SerializeToUtf8Bytes(template))
        : LineGroup.Rest;

    private static string? TextOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
