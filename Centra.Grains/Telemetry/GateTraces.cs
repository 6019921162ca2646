using System.Diagnostics;

namespace Centra.Telemetry;

/// <summary>Spans of the gate. Their names and tags hold nothing that names anybody.</summary>
public static class GateTraces
{
    /// <summary>What the source is called.</summary>
    public const string Name = "Centra.Gate";

    /// <summary>The source.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
