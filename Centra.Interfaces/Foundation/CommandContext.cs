using Orleans;

namespace Centra;

/// <summary>What every command carries beside its content.</summary>
/// <param name="Id">What makes its repeat recognisable.</param>
/// <param name="Actor">Who sends it.</param>
[GenerateSerializer, Immutable, Alias("centra.command-context")]
public sealed record CommandContext([property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor);
