using System.Text.Json;
using Centra.Storage;
using Orleans.Storage;

namespace Centra.Silo;

/// <summary>Writes states for Orleans' provider as they are written everywhere: as JSON.</summary>
internal sealed class GrainStateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, GrainStateJson.Options));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, GrainStateJson.Options);
}
