namespace Centra.Storage;

/// <summary>What the retention sweep removed. Times are Unix milliseconds.</summary>
/// <param name="ReportId">Its id.</param>
/// <param name="Subject">The stream or row concerned.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="What">What is gone, in words.</param>
/// <param name="Entries">How many entries of the trail lost their content; their hashes stay.</param>
/// <param name="At">When.</param>
public sealed record RetentionReportRow(string ReportId, string Subject, string Rule, string What, long Entries, long At);
