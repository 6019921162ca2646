namespace Centra.Requests;

/// <summary>A report of the applicant.</summary>
public sealed record Report(ReportKind Kind, string Text, string By, DateTimeOffset At);

/// <summary>What a report is about.</summary>
public enum ReportKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What became of the data.</summary>
    Progress = 1,

    /// <summary>A publication.</summary>
    Publication = 2,

    /// <summary>Something went wrong.</summary>
    Incident = 3,

    /// <summary>The final report.</summary>
    Final = 4,
}
