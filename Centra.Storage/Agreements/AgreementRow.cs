namespace Centra.Storage;

/// <summary>An agreement in lists, by its current version. Times are Unix milliseconds, days yyyy-MM-dd.</summary>
public sealed class AgreementRow
{
    /// <summary>The request; who is concerned stands with it.</summary>
    public required string RequestId { get; init; }

    /// <summary>Name of its standing.</summary>
    public required string Standing { get; set; }

    /// <summary>Number of the current version.</summary>
    public long Version { get; set; }

    /// <summary>SHA-256 of its document.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Who issued it.</summary>
    public string IssuedBy { get; set; } = "";

    /// <summary>When.</summary>
    public long IssuedAt { get; set; }

    /// <summary>Version of the estimate.</summary>
    public long EstimateVersion { get; set; }

    /// <summary>The estimate's total, invariant, two decimals.</summary>
    public string Total { get; set; } = "";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Last day for the institution to sign.</summary>
    public string OpenUntil { get; set; } = "";

    /// <summary>1 while changes are asked for and not answered.</summary>
    public long HasOpenChanges { get; set; }

    /// <summary>When the institution signed the current version.</summary>
    public long? InstitutionSignedAt { get; set; }

    /// <summary>When the society signed it.</summary>
    public long? ExecutedAt { get; set; }

    /// <summary>First day.</summary>
    public string? Starts { get; set; }

    /// <summary>Last day.</summary>
    public string? Ends { get; set; }
}
