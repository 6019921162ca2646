using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centra.Api.Http;

/// <summary>The name of a stage, standing or kind, which rows hold as it is called in the program, as every view writes it: <c>committeeReview</c>.</summary>
internal sealed class ViewName : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));

    /// <summary>The name as rows hold it, of one written either way; empty for none.</summary>
    public static string Stored(string? name) => string.IsNullOrEmpty(name) ? "" : $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    /// <summary>The name as views write it.</summary>
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
