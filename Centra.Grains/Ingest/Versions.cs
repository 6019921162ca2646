using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Which of two versions of a record stands. Pure. (Design: opt-out.md, "Ingest".)</summary>
public static class Versions
{
    /// <summary>What becomes of a line, given what is stored under its id.</summary>
    /// <param name="stored">The stored version, or null.</param>
    /// <param name="line">The line.</param>
    /// <param name="scope">Its job and batch.</param>
    /// <returns>Accepted: it is to be written, or this very batch wrote it before it was cut off. Unchanged: it is not.</returns>
    public static LineOutcome Compare(StoredVersion? stored, BatchLine line, BatchScope scope)
    {
        if (stored is null)
            return LineOutcome.Accepted;
        if (stored.ContentHash == line.ContentHash)
            return stored.JobNo == scope.JobNo && stored.BatchNo == scope.BatchNo ? LineOutcome.Accepted : LineOutcome.Unchanged;
        if (stored.LastUpdated is { } then && line.LastUpdated is { } now && then != now)
            return now > then ? LineOutcome.Accepted : LineOutcome.Unchanged;
        return scope.JobNo >= stored.JobNo ? LineOutcome.Accepted : LineOutcome.Unchanged;
    }
}

/// <summary>What decides between versions.</summary>
public sealed record StoredVersion(Key128? ContentHash, long? LastUpdated, long JobNo, long BatchNo)
{
    /// <summary>Of a stored resource.</summary>
    public static StoredVersion? Of(ResourceHead? head) => head is null ? null : new(head.ContentHash, head.LastUpdated, head.JobNo, head.BatchNo);

    /// <summary>Of a stored patient.</summary>
    public static StoredVersion? Of(PatientRow? row) => row is null ? null : new(row.ContentHash, row.LastUpdated, row.JobNo, row.BatchNo);
}
