using Centra.Consent;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Storage;

namespace Centra.Testing;

/// <summary>A practice that sends records and opt-outs, as its pipeline would.</summary>
public sealed class TestPractice(GateHost gate, string id)
{
    private int _jobs;

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Opens a job; its id.</summary>
    public async Task<string> OpenAsync(string? name = null, string? csvMapping = null)
    {
        var job = name ?? $"{id}-job-{Interlocked.Increment(ref _jobs)}-{gate.Get<IdSource>().NewId("j")}";
        Allowed(await Job(job).Open(gate.Context(), id, csvMapping));
        return job;
    }

    /// <summary>Sends a batch.</summary>
    public Task<Result<BatchReceipt>> TrySendAsync(string job, long batch, params IEnumerable<string> lines) => Patience.UntilTakenAsync(() =>
        gate.Get<IngestDesk>().ReceiveAsync(id, job, batch, TestLines.Body(lines), null, CancellationToken.None));

    /// <summary>Sends a batch that is taken.</summary>
    public async Task<BatchReceipt> SendAsync(string job, long batch, params IEnumerable<string> lines) => Allowed(await TrySendAsync(job, batch, lines));

    /// <summary>Ends the patients' phase.</summary>
    public async Task<JobView> CloseAsync(string job) => Allowed(await Job(job).Complete(gate.Context(), id, JobPhase.Patients, null));

    /// <summary>Completes a job.</summary>
    public async Task<JobView> CompleteAsync(string job) => Allowed(await Job(job).Complete(gate.Context(), id, JobPhase.Complete, null));

    /// <summary>Opens a job in its second phase, in which any line is taken.</summary>
    public async Task<string> OpenClinicalAsync()
    {
        var job = await OpenAsync();
        await CloseAsync(job);
        return job;
    }

    /// <summary>Sends lines as the one batch of a job of their own.</summary>
    public async Task<LineCounts> LoadAsync(params IEnumerable<string> lines) => (await SendAsync(await OpenClinicalAsync(), 1, lines)).Counts;

    /// <summary>Hashes an identity as the desk does.</summary>
    public HashedIdentity Hash(PatientDemographics form) => Allowed(gate.Get<OptOutIntake>().Hash(form, id));

    /// <summary>Opts a person out.</summary>
    public async Task<OptOutView> OptOutAsync(PatientDemographics form, CommandContext? context = null, string? optOutId = null) =>
        Allowed(await TryOptOutAsync(form, context, optOutId));

    /// <summary>Tries to opt a person out.</summary>
    public Task<Result<OptOutView>> TryOptOutAsync(PatientDemographics form, CommandContext? context = null, string? optOutId = null) =>
        Consent(optOutId ?? gate.Get<IdSource>().NewId("optout")).OptOut(new OptOutCommand(
            context ?? gate.Context(), id, Hash(form), null, AskedBy.Self, [], gate.Get<TimeProvider>().GetUtcNow()));

    /// <summary>Has an opt-out withdrawn: asked for by one person, confirmed by another.</summary>
    public async Task<Result<WithdrawalView>> WithdrawAsync(string optOutId, PatientDemographics? reinstated = null)
    {
        var asked = Allowed(await AskAsync(optOutId, reinstated));
        return await Consent(optOutId).ConfirmWithdrawal(gate.Context("officer"), asked.RequestId);
    }

    /// <summary>Asks that an opt-out be withdrawn.</summary>
    public Task<Result<WithdrawalView>> AskAsync(string optOutId, PatientDemographics? reinstated = null, CommandContext? context = null) =>
        Consent(optOutId).AskWithdrawal(new AskWithdrawalCommand(
            context ?? gate.Context("nurse"), id, reinstated is null ? WithdrawalKind.Correction : WithdrawalKind.Reinstatement,
            reinstated is null ? null : Hash(reinstated), reinstated is null ? [] : [.. new byte[32]]));

    /// <summary>The grain of an opt-out.</summary>
    public IPatientConsentGrain Consent(string optOutId) => gate.Grains.GetGrain<IPatientConsentGrain>($"opt-out/{optOutId}");

    /// <summary>The stored row of one of its patients, or null.</summary>
    public Task<PatientRow?> FindAsync(string patientId)
    {
        var hash = gate.Get<IdHashes>().Patient(id, patientId);
        return gate.Vault.ReadAsync(async session => (await Patients.FindAsync(session, [hash])).GetValueOrDefault(hash));
    }

    /// <summary>How one of its patients stands: None where there is no row.</summary>
    public async Task<PatientStatus> StatusAsync(string patientId) => (await FindAsync(patientId))?.Status ?? PatientStatus.None;

    private IIngestJobGrain Job(string job) => gate.Grains.GetGrain<IIngestJobGrain>($"job/{job}");

    private static T Allowed<T>(Result<T> result) => result.IsRefused ? throw new RefusedException(result.Refusal) : result.Value;
}

/// <summary>Something that a test took for granted was refused.</summary>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Detail}")
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}
