namespace Centra.Silo;

/// <summary>How the engine is.</summary>
/// <param name="Engine">Which it is.</param>
/// <param name="IsReady">Whether grains can be called.</param>
/// <param name="Detail">What it says of itself, for an operator.</param>
public sealed record EngineStatus(string Engine, bool IsReady, string Detail);

/// <summary>A silo, as this one knows it.</summary>
/// <param name="Name">Its address, or what stands for it.</param>
/// <param name="Status">How it is.</param>
public sealed record SiloStanding(string Name, string Status);
