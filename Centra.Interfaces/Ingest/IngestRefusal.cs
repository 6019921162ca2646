namespace Centra.Ingest;

/// <summary>Why a job or a whole batch is refused. Single lines are rejected by <see cref="LineCode"/> instead.</summary>
public enum IngestRefusal
{
    /// <summary>There is no such job, or it is another practice's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such job.")]
    JobNotFound = 1,

    /// <summary>The job was completed; open another.</summary>
    [Refuses(RefusalKind.Conflict, "This job is complete. Open another one.")]
    JobIsComplete = 2,

    /// <summary>Patients come first: clinical lines are taken once the patients' phase is closed. No line was rejected.</summary>
    [Refuses(RefusalKind.Conflict, "The patients of this job are not closed yet. Complete the patients phase, then send this batch again.")]
    PatientsStillOpen = 3,

    /// <summary>This batch number was used for other content.</summary>
    [Refuses(RefusalKind.Conflict, "This batch number was used before, with other content.")]
    BatchContentDiffers = 4,

    /// <summary>Batches are missing that the job is said to have.</summary>
    [Refuses(RefusalKind.Conflict, "Some batches of this job are not complete.")]
    BatchesAreMissing = 5,

    /// <summary>A batch number below 1 or above 1,000,000.</summary>
    [Refuses(RefusalKind.Invalid, "Batches are numbered from 1 to 1,000,000.")]
    BatchNumberIsWrong = 6,

    /// <summary>A batch is larger than 64 MiB unzipped.</summary>
    [Refuses(RefusalKind.TooLarge, "A batch holds at most 64 MiB of lines, unzipped. Send smaller batches.")]
    BatchIsTooLarge = 7,

    /// <summary>The body says it is gzip and is not, or ends early.</summary>
    [Refuses(RefusalKind.Invalid, "The body cannot be unzipped.")]
    BodyIsNotGzip = 8,

    /// <summary>Agreement or attestation is missing, or the practice is leaving.</summary>
    [Refuses(RefusalKind.Forbidden, "This practice may not send records now: it needs an agreement in force and an attestation under twelve months old that its patients are informed.")]
    PracticeNotInGoodStanding = 9,

    /// <summary>The CSV mapping cannot be used.</summary>
    [Refuses(RefusalKind.Invalid, "The CSV mapping cannot be used.")]
    MappingIsWrong = 10,

    /// <summary>The body holds no line; the number stays free for the batch that was meant.</summary>
    [Refuses(RefusalKind.Invalid, "This batch holds no line. Nothing of it was kept; send it again whole.")]
    BatchIsEmpty = 12,

    /// <summary>The body is gzip and does not say so; the number stays free for the batch that was meant.</summary>
    [Refuses(RefusalKind.Invalid, "The body is gzip and does not say so. Nothing of it was kept; send it again with Content-Encoding: gzip.")]
    ContentEncodingIsMissing = 13,
}
