namespace Centra.Silo;

/// <summary>How the engine is.</summary>
/// <param name="Engine">Which it is.</param>
/// <param name="IsReady">Whether grains can be called.</param>
/// <param name="Detail">What it says of itself, for an operator.</param>
public sealed record EngineStatus(string Engine, bool IsReady, string Detail);
