using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centra.Releases;

/// <summary>What a release is made of, for those who get it and for whoever asks years later. Its SHA-256 is what the second steward approves.</summary>
internal sealed record ReleaseManifest
{
    /// <summary>The name of its file.</summary>
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The form of this document.</summary>
    public string Form { get; } = "centra-release/1";

    /// <summary>The version of the software that made it.</summary>
    public string Software { get; } = $"Centra {typeof(ReleaseManifest).Assembly.GetName().Version}";

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The version of its release.</summary>
    public required int Version { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>When it was ordered: the same order makes the same manifest, however often a crash breaks off its making.</summary>
    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>What was taken from which dataset.</summary>
    public required ImmutableArray<ManifestDataset> Datasets { get; init; }

    /// <summary>All other files.</summary>
    public required ImmutableArray<ReleaseFile> Files { get; init; }

    /// <summary>The document.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>A dataset in a manifest.</summary>
internal sealed record ManifestDataset(
    string DatasetId, string Title, int Version, string SourceSha256, ApprovedDataset Approved, ImmutableArray<string> Variables, ImmutableArray<RowFilter> Conditions,
    ImmutableArray<Datasets.Generalisation> Generalisations, ExtractCheck Check);
