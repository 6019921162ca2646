namespace Centra.Cli.Input;

/// <summary>A line that was not taken: where and why, never what.</summary>
internal sealed record RejectedInputLine(string File, long Line, string Code);
