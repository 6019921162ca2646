using Centra.Ingest;

namespace Centra.Tests.Ingest;

public class JobRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(JobPhase.None, "taken")]
    [InlineData(JobPhase.Patients, nameof(IngestRefusal.JobIsComplete))]
    [InlineData(JobPhase.Clinical, nameof(IngestRefusal.JobIsComplete))]
    [InlineData(JobPhase.Complete, nameof(IngestRefusal.JobIsComplete))]
    public void Open_InEveryPhase_IsTakenOnce(JobPhase phase, string code) => Testing.Refusals.Code(JobRules.Open(In(phase), "north", 7, null, Now)).ShouldBe(code);

    [Theory]
    [InlineData(JobPhase.None, "north", nameof(IngestRefusal.JobNotFound))]
    [InlineData(JobPhase.Patients, "north", null)]
    [InlineData(JobPhase.Patients, "south", nameof(IngestRefusal.JobNotFound))]
    [InlineData(JobPhase.Clinical, "north", null)]
    [InlineData(JobPhase.Clinical, "south", nameof(IngestRefusal.JobNotFound))]
    [InlineData(JobPhase.Complete, "north", nameof(IngestRefusal.JobIsComplete))]
    [InlineData(JobPhase.Complete, "south", nameof(IngestRefusal.JobNotFound))]
    public void Admit_InEveryPhase_KeepsOthersOut(JobPhase phase, string practice, string? code) => (JobRules.Admit(In(phase), practice)?.Code).ShouldBe(code);

    // Phase, what ends, said number of batches, complete ones; then the phase after, or the refusal.
    [Theory]
    [InlineData(JobPhase.None, JobPhase.Patients, null, "", nameof(IngestRefusal.JobNotFound))]
    [InlineData(JobPhase.None, JobPhase.Complete, null, "", nameof(IngestRefusal.JobNotFound))]
    [InlineData(JobPhase.Patients, JobPhase.Patients, null, "", "Clinical")]
    [InlineData(JobPhase.Patients, JobPhase.Patients, 0L, "", "Clinical")]
    [InlineData(JobPhase.Patients, JobPhase.Patients, null, "1 2", "Clinical")]
    [InlineData(JobPhase.Patients, JobPhase.Patients, 2L, "1 2", "Clinical")]
    [InlineData(JobPhase.Patients, JobPhase.Patients, 3L, "1 2", nameof(IngestRefusal.BatchesAreMissing))]
    [InlineData(JobPhase.Patients, JobPhase.Patients, null, "1 3", nameof(IngestRefusal.BatchesAreMissing))]
    [InlineData(JobPhase.Patients, JobPhase.Patients, -1L, "", nameof(IngestRefusal.BatchNumberIsWrong))]
    [InlineData(JobPhase.Patients, JobPhase.Patients, 5_000_000_000L, "", nameof(IngestRefusal.BatchNumberIsWrong))]
    [InlineData(JobPhase.Patients, JobPhase.Complete, null, "1", "Complete")]
    [InlineData(JobPhase.Clinical, JobPhase.Patients, null, "1 3", "Clinical")]
    [InlineData(JobPhase.Clinical, JobPhase.Complete, null, "1 2", "Complete")]
    [InlineData(JobPhase.Clinical, JobPhase.Complete, 3L, "1 2", nameof(IngestRefusal.BatchesAreMissing))]
    [InlineData(JobPhase.Complete, JobPhase.Patients, null, "", "Complete")]
    [InlineData(JobPhase.Complete, JobPhase.Complete, 9L, "", "Complete")]
    public void Complete_InEveryPhase_EndsItOrSaysWhyNot(JobPhase phase, JobPhase closes, long? batches, string complete, string expected)
    {
        var done = complete.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToHashSet();

        var result = JobRules.Complete(In(phase), "north", closes, batches, done, Now);

        (result.Refusal?.Code ?? result.Value.Aggregate(In(phase), JobRules.Form.Apply).Phase.ToString()).ShouldBe(expected);
    }

    [Fact]
    public void Complete_OfAnotherPracticesJob_IsNotFound() =>
        JobRules.Complete(In(JobPhase.Patients), "south", JobPhase.Patients, null, new HashSet<long>(), Now).Refusal!.Code.ShouldBe(nameof(IngestRefusal.JobNotFound));

    [Fact]
    public void Job_SavedAndLoaded_IsTheSame()
    {
        var job = new JobState("north", 7, JobPhase.Complete, Now, Now.AddDays(1), 3, 9, "{}");

        JobRules.Form.Load(JobRules.Form.Save(job)).ShouldBe(job);
        JobRules.Form.Load(null).ShouldBe(JobState.None);
    }

    private static JobState In(JobPhase phase) => phase is JobPhase.None ? JobState.None : new JobState("north", 7, phase, Now, null, 0, 0, null);
}
