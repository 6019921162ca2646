using Centra.Fhir;

namespace Centra.Ingest;

/// <summary>What becomes of a line.</summary>
public enum LineOutcome
{
    /// <summary>Not decided yet.</summary>
    None = 0,

    /// <summary>Written by this batch.</summary>
    Accepted = 1,

    /// <summary>There already, as sent or newer.</summary>
    Unchanged = 2,

    /// <summary>Kept out: the patient opted out.</summary>
    Suppressed = 3,

    /// <summary>Held until an officer decides.</summary>
    Review = 4,

    /// <summary>Unreadable, or belonging to nobody known.</summary>
    Rejected = 5,
}

/// <summary>A line of a batch on its way through the stages.</summary>
public sealed class BatchLine(long number, FhirResource resource, Key128 idHash, Key128 contentHash)
{
    /// <summary>Number in the batch, from 1.</summary>
    public long Number { get; } = number;

    /// <summary>What it says.</summary>
    public FhirResource Resource { get; } = resource;

    /// <summary>Keyed hash of (practice, type, id).</summary>
    public Key128 IdHash { get; } = idHash;

    /// <summary>Keyed hash of the content.</summary>
    public Key128 ContentHash { get; } = contentHash;

    /// <summary>When the sender last changed it, Unix milliseconds, or null.</summary>
    public long? LastUpdated { get; } = resource.LastUpdated?.ToUnixTimeMilliseconds();

    /// <summary>What became of it.</summary>
    public LineOutcome Outcome { get; set; }

    /// <summary>Why it was rejected.</summary>
    public LineCode Code { get; private set; }

    /// <summary>Rejects it.</summary>
    public void Reject(LineCode code) => (Outcome, Code) = (LineOutcome.Rejected, code);
}
