using Orleans;

namespace Centra;

/// <summary>
/// A typed no. Business refusals are values, never exceptions; exceptions are for bugs and broken infrastructure.
/// </summary>
/// <param name="Kind">What sort of no.</param>
/// <param name="Code">Stable, named like a sentence: the name of a member of a feature's refusal enum.</param>
/// <param name="Detail">One sentence for a person. Holds no identifiable information.</param>
[GenerateSerializer, Immutable, Alias("centra.refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalKind Kind,
    [property: Id(1)] string Code,
    [property: Id(2)] string Detail);
