using System.Collections.Immutable;
using Centra.Recording;

namespace Centra.Ingest;

/// <summary>The rules of ingest jobs. Pure.</summary>
public static class JobRules
{
    /// <summary>How jobs are folded and stored.</summary>
    public static RecordedForm<JobState, JobEvent, JobRecord> Form { get; } = new(Load, Save, Apply);

    /// <summary>Opens a job, once.</summary>
    public static Result<ImmutableArray<JobEvent>> Open(JobState state, string practiceId, long jobNo, string? csvMapping, DateTimeOffset now) =>
        state.Phase is JobPhase.None
            ? ImmutableArray.Create<JobEvent>(new JobOpened(practiceId, jobNo, now, csvMapping))
            : IngestRefusal.JobIsComplete.Because("A job of this id was opened before.");

    /// <summary>Whether a practice's batch is taken.</summary>
    public static Refusal? Admit(JobState state, string practiceId) => state switch
    {
        { Phase: JobPhase.None } => IngestRefusal.JobNotFound.Because(),
        _ when state.PracticeId != practiceId => IngestRefusal.JobNotFound.Because(),
        { Phase: JobPhase.Complete } => IngestRefusal.JobIsComplete.Because(),
        _ => null,
    };

    /// <summary>Ends a phase. Ending one that has ended already changes nothing.</summary>
    /// <param name="state">The job.</param>
    /// <param name="practiceId">Whose it must be.</param>
    /// <param name="closes">Patients, or Complete for the whole.</param>
    /// <param name="batches">How many batches it is said to have; null: as many as came.</param>
    /// <param name="complete">Numbers of the batches that are complete.</param>
    /// <param name="now">When.</param>
    public static Result<ImmutableArray<JobEvent>> Complete(
        JobState state, string practiceId, JobPhase closes, long? batches, IReadOnlySet<long> complete, DateTimeOffset now)
    {
        var refusal = Admit(state, practiceId);
        if (refusal is not null && refusal.Code != nameof(IngestRefusal.JobIsComplete))
            return refusal;
        if (batches is < 0 or > IngestDesk.HighestBatch)
            return IngestRefusal.BatchNumberIsWrong;
        var last = batches ?? complete.DefaultIfEmpty().Max();
        var missing = Enumerable.Range(1, (int)last).Select(number => (long)number).Where(number => !complete.Contains(number)).Take(20).ToList();
        return (state.Phase, closes) switch
        {
            (JobPhase.Complete, _) or (JobPhase.Clinical, JobPhase.Patients) => ImmutableArray<JobEvent>.Empty,
            _ when missing.Count > 0 => IngestRefusal.BatchesAreMissing.Because($"These batches are not complete: {string.Join(", ", missing)}."),
            (_, JobPhase.Patients) => ImmutableArray.Create<JobEvent>(new PatientsClosed(last, now)),
            (_, JobPhase.Complete) => ImmutableArray.Create<JobEvent>(new JobCompleted(last, now)),
            _ => throw new ArgumentOutOfRangeException(nameof(closes)),
        };
    }

    private static JobState Apply(JobState state, JobEvent happened) => happened switch
    {
        JobOpened opened => JobState.None with { PracticeId = opened.PracticeId, JobNo = opened.JobNo, Phase = JobPhase.Patients, OpenedAt = opened.At, CsvMapping = opened.CsvMapping },
        PatientsClosed closed => state with { Phase = JobPhase.Clinical, PatientBatches = closed.Batches },
        JobCompleted completed => state with { Phase = JobPhase.Complete, Batches = completed.Batches, CompletedAt = completed.At },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static JobState Load(JobRecord? stored) => stored is null ? JobState.None : new JobState(
        stored.PracticeId ?? "", stored.JobNo, stored.Phase, stored.OpenedAt, stored.CompletedAt, stored.PatientBatches, stored.Batches, stored.CsvMapping);

    private static JobRecord Save(JobState state) => new()
    {
        PracticeId = state.PracticeId,
        JobNo = state.JobNo,
        Phase = state.Phase,
        OpenedAt = state.OpenedAt,
        CompletedAt = state.CompletedAt,
        PatientBatches = state.PatientBatches,
        Batches = state.Batches,
        CsvMapping = state.CsvMapping,
    };
}
