namespace Centra.Api.Portal;

/// <summary>A bar of a chart, and its row in the table.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Second">The table's second value.</param>
/// <param name="Third">Its third.</param>
public sealed record Bar(string Name, double Value, string Text, string? Second, string? Third);
