namespace Centra.Storage;

/// <summary>What stands in place of a payload that was taken away: its hash, and nothing else.</summary>
public static class Tombstone
{
    private const string Start = "{\"contentRemoved\":\"";
    private const string End = "\"}";
    private const int HashLength = 64;

    /// <summary>The event that says in its stream's chain that the payloads before it were taken away, and by which rule.</summary>
    public const string RemovalEvent = "ContentRemoved";

    /// <summary>A tombstone.</summary>
    public static string Write(string hash) => Start + hash + End;

    /// <summary>The hash in a tombstone, or null for a payload.</summary>
    public static string? HashOf(string payload) =>
        payload.Length == Start.Length + HashLength + End.Length && payload.StartsWith(Start, StringComparison.Ordinal) && payload.EndsWith(End, StringComparison.Ordinal)
            ? payload.Substring(Start.Length, HashLength)
            : null;
}
