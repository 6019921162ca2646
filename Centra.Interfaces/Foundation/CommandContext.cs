using Orleans;

namespace Centra;

/// <summary>What every command carries beside its content.</summary>
/// <param name="Id">What makes its repeat recognisable.</param>
/// <param name="Actor">Who sends it.</param>
/// <param name="Content">
/// For a command that was made of another one, the hash of what the caller sent: that decides whether a repeat is the same, not what was derived
/// from it at that moment. Null: the command itself was sent.
/// </param>
[GenerateSerializer, Immutable, Alias("centra.command-context")]
public sealed record CommandContext([property: Id(0)] CommandId Id, [property: Id(1)] Actor Actor, [property: Id(2)] string? Content = null);
