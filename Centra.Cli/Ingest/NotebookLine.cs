using System.Text.Json;
using System.Text.Json.Serialization;
using Centra.Cli.Input;

namespace Centra.Cli.Ingest;

/// <summary>A line of a notebook: what the job was begun with, which job it is, or the receipt of a batch.</summary>
/// <param name="Input">Digest of what the job is of.</param>
/// <param name="Opening">The key under which the job is opened.</param>
/// <param name="Job">The job.</param>
/// <param name="Batch">A batch that is complete.</param>
/// <param name="ByCode">How many of its lines were rejected for what.</param>
/// <param name="Rejects">Those lines.</param>
internal sealed record NotebookLine(
    string? Input = null,
    string? Opening = null,
    string? Job = null,
    long? Batch = null,
    IReadOnlyDictionary<string, long>? ByCode = null,
    IReadOnlyList<RejectedInputLine>? Rejects = null)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The line as it is kept.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Shape), (byte)'\n'];

    /// <summary>Reads a kept line; null where it was not written to its end.</summary>
    public static NotebookLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<NotebookLine>(line, Shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
