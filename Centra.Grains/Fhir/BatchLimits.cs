namespace Centra.Fhir;

/// <summary>When a batch of lines is full.</summary>
/// <param name="Lines">At most so many lines.</param>
/// <param name="Bytes">At most so many bytes, unless a single line is longer.</param>
public sealed record BatchLimits(int Lines, int Bytes)
{
    /// <summary>The longest line that is read; a longer one is <see cref="Ingest.LineCode.LineTooLong"/>.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>1,000 lines or 8 MiB.</summary>
    public static BatchLimits Default { get; } = new(1_000, 8 * 1024 * 1024);
}
