namespace Centra.Cli;

/// <summary>What a command ends with; scripts rely on these.</summary>
internal static class ExitCodes
{
    /// <summary>All of it was handled; for a check: sound.</summary>
    public const int Done = 0;

    /// <summary>It failed; for a check: not sound.</summary>
    public const int Failed = 1;

    /// <summary>It was handled, but some lines were rejected.</summary>
    public const int SomeRejected = 2;
}
