using System.Collections.Immutable;
using Centra.Alarms;
using Centra.Consent;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Matching;
using Centra.Register;
using Centra.Storage;
using Centra.Telemetry;

namespace Centra.Gate;

/// <summary>Screens lines of identities or Patients for a practice. Nothing of them is kept.</summary>
public sealed class ScreeningDesk(Screening screening, ScreeningAllowance allowance, ProbeWatch probes, IdHashes hashes, GateMetrics metrics)
{
    /// <summary>The answer to no lines at all.</summary>
    public static Result<ScreenedBatch> Nothing => new ScreenedBatch(0, []);

    /// <summary>Decides every line, or refuses all.</summary>
    public async Task<Result<ScreenedBatch>> ScreenAsync(string practiceId, ImmutableArray<SourceLine> lines)
    {
        if (!allowance.Take(practiceId, lines.Length))
            return RegisterRefusal.TooManyPeopleScreened;
        var read = lines.Select(line => line.Code is LineCode.None ? IdentityLine.Read(line.Bytes) : new IdentityLine(line.Code, null)).ToList();
        var people = read.Where(line => line.Demographics is not null).Select(line => Person(line.Demographics!, practiceId)).ToList();
        var screened = await screening.ScreenAsync(people);
        if (screened.IsRefused)
            return screened.Refusal;
        foreach (var (person, asked) in screened.Value.People.Zip(people).Where(one => one.First.Hits.Length > 0))
            await probes.NoteAsync(practiceId, person.Hits[0].Ordinal, IdentityHashes.Of(hashes, asked.Identity));
        var answers = new Queue<ScreenedPerson>(screened.Value.People);
        var batch = new ScreenedBatch(screened.Value.Sequence, [.. read.Select(line => line.Demographics is null ? Rejected(line.Code.ToString()) : Decided(answers.Dequeue()))]);
        foreach (var decision in batch.Lines.CountBy(line => line.Decision))
            metrics.Screened(decision.Key, decision.Value);
        return batch;
    }

    // A patient whom two officers found to be someone else is permitted here too.
    private PersonToScreen Person(PatientDemographics demographics, string practiceId)
    {
        var identity = demographics.ToIdentity();
        return demographics.PatientIds.IsEmpty
            ? new PersonToScreen(identity, practiceId)
            : new PersonToScreen(identity, practiceId, hashes.Patient(practiceId, demographics.PatientIds[0]));
    }

    private static LineDecision Decided(ScreenedPerson person) => person switch
    {
        { Tokens.IsEmpty: true } => Rejected(nameof(ConsentRefusal.IdentityTooThin)),
        { Outcome: MatchOutcome.Suppressed } => new LineDecision("suppressed", null),
        { Outcome: MatchOutcome.Review } => new LineDecision("review", null),
        { Outcome: MatchOutcome.Permitted } => new LineDecision("permitted", null),
        _ => throw new InvalidOperationException("A person without an outcome."),
    };

    private static LineDecision Rejected(string code) => new("rejected", code);
}

/// <summary>Lines decided at one head of the register.</summary>
public sealed record ScreenedBatch(long Sequence, ImmutableArray<LineDecision> Lines);

/// <summary>permitted, suppressed, review, or rejected with a code.</summary>
public sealed record LineDecision(string Decision, string? Code);
