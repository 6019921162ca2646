using Orleans;

namespace Centra.Rules;

/// <summary>A version of rules.</summary>
/// <param name="Kind">One of <see cref="RulesKinds"/>.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Json">The document, byte for byte as published.</param>
/// <param name="Sha256">SHA-256 of the document in UTF-8, 64 hex digits.</param>
/// <param name="EffectiveFrom">From when on it counts.</param>
[GenerateSerializer, Immutable, Alias("centra.rules.version")]
public sealed record RulesVersion(
    [property: Id(0)] string Kind,
    [property: Id(1)] int Number,
    [property: Id(2)] string Json,
    [property: Id(3)] string Sha256,
    [property: Id(4)] DateTimeOffset EffectiveFrom);
