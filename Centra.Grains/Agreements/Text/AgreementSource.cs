using System.Text.Json;

namespace Centra.Agreements;

/// <summary>An agreement's clauses as JSON: what versions are compared by.</summary>
public static class AgreementSource
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The document as it is stored.</summary>
    public static byte[] Write(AgreementDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Json);

    /// <summary>The document again.</summary>
    public static async Task<AgreementDocument> ReadAsync(Stream source, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<AgreementDocument>(source, Json, cancellation) ?? throw new InvalidDataException("A stored agreement is empty.");
}
