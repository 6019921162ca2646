namespace Centra.Ingest;

/// <summary>Whose lines these are and where they stand: what every stage needs.</summary>
/// <param name="PracticeId">The practice.</param>
/// <param name="JobNo">The job's number.</param>
/// <param name="BatchNo">The batch's number in the job.</param>
public sealed record BatchScope(string PracticeId, long JobNo, long BatchNo);
