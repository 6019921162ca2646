namespace Centra.Cli.OptOut;

/// <summary>What entering a file would do, counted in the practice's own store.</summary>
internal sealed record OptOutPreview(
    int Lines, int Valid, int Rejected, int OwnPatientsErased, int OwnPatientsHeld, bool ConfirmationNeeded, IReadOnlyList<LineReject>? Rejects);

/// <summary>A line that cannot be entered, and why.</summary>
internal sealed record LineReject(long Line, string Code);

/// <summary>What became of a line: entered, repeated or rejected.</summary>
internal sealed record EnteredLine(long Line, string Status, string? OptOutId, long? Sequence, string? Code);
