using System.Text.Json;

namespace Centra.Cli.Server;

/// <summary>Options that were not given on the command line: from the environment, else from appsettings.json in the current folder.</summary>
internal static class Settings
{
    private const string File = "appsettings.json";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>CENTRA_NAME, then Centra__Name, then Centra:Name of the file; null where none has it.</summary>
    public static string? Find(Surroundings around, string name) =>
        Given(around.Variable($"CENTRA_{name.ToUpperInvariant()}")) ?? Given(around.Variable($"Centra__{name}")) ?? InFile(name);

    private static string? InFile(string name)
    {
        if (!System.IO.File.Exists(File))
            return null;
        try
        {
            using var settings = JsonDocument.Parse(System.IO.File.ReadAllBytes(File), Lenient);
            return settings.RootElement.ValueKind is JsonValueKind.Object
                && settings.RootElement.TryGetProperty("Centra", out var centra) && centra.ValueKind is JsonValueKind.Object
                && centra.TryGetProperty(name, out var value) ? Given(value.ToString()) : null;
        }
        catch (JsonException)
        {
            throw new CommandFailedException($"{File} in this folder is no JSON.");
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
