using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Centra.Rules;

namespace Centra.Api.Rules;

/// <summary>A version to be published.</summary>
/// <param name="Document">The document.</param>
/// <param name="EffectiveFrom">From when on; null: at once.</param>
/// <param name="Note">Why.</param>
/// <param name="BasedOn">The version that it was made from.</param>
internal sealed record NewRules(JsonElement? Document, DateTimeOffset? EffectiveFrom, string? Note, int? BasedOn);

/// <summary>A version with its document.</summary>
internal sealed record RulesDocument(string Kind, int Number, string Sha256, DateTimeOffset EffectiveFrom, JsonElement Document)
{
    public static RulesDocument Of(RulesVersion version) => new(version.Kind, version.Number, version.Sha256, version.EffectiveFrom, JsonElement.Parse(version.Json));
}

/// <summary>A version in a list.</summary>
public sealed record RulesItem(string Kind, long Number, string Sha256, DateTimeOffset EffectiveFrom, DateTimeOffset PublishedAt, string PublishedBy, string Note)
{
    [JsonIgnore]
    public string Cursor => $"{Kind}.{Number}";

    public static string KindIn(string? cursor) => cursor?.Split('.')[0] ?? "";

    public static long NumberIn(string? cursor) => long.TryParse(cursor?.Split('.')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
