using Centra.Fhir;
using Centra.Gate;
using Centra.Ingest;
using Centra.Matching;
using Centra.Register;
using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>
/// A practice says that a patient of its was kept out by mistake. The Patient resource is taken into the review lane, held, whatever the
/// matcher said of it; an officer decides as with any other item.
/// </summary>
public sealed class Disputing(Screening screening, Vault vault, PatientKeys keys, Holding holding, Sweeping sweeping, IdHashes hashes, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Opens an item for each opt-out that keeps the patient out.</summary>
    /// <returns>How many items were opened or are open.</returns>
    public async Task<Result<int>> OpenAsync(string practiceId, ReadOnlyMemory<byte> patient)
    {
        if (FhirLine.Read(patient).Resource is not { Kind: FhirKind.Patient } resource)
            return ReviewRefusal.NotAPatient;
        var identity = resource.Demographics!.ToIdentity();
        var id = hashes.Patient(practiceId, resource.Id);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var screened = await screening.ScreenAsync([new PersonToScreen(identity, practiceId, id)]);
            if (screened.IsRefused)
                return screened.Refusal;
            var person = screened.Value.People[0];
            if (person.Outcome is MatchOutcome.Permitted)
                return ReviewRefusal.NothingToDispute;
            var row = await SealAsync(practiceId, resource, id, person.Tokens);
            if (await vault.Database.WriteAsync(Fence.Shared, session => HoldAsync(session, row, person, screened.Value.Sequence)))
                return person.Hits.Length;
            await sweeping.FinishAllAsync();
        }
        return RegisterRefusal.RegisterIsUnavailable;
    }

    private async Task<PatientRow> SealAsync(string practiceId, FhirResource resource, Key128 id, TokenSet tokens)
    {
        var key = (await keys.CreateAsync(1))[0];
        using var cipher = Sealing.Cipher(key.Key);
        return new PatientRow(0, practiceId, id, PatientStatus.Held, key.Number, PatientContents.Seal(cipher, resource.Bytes.Span, id),
            hashes.Content(resource.Bytes.Span), resource.LastUpdated?.ToUnixTimeMilliseconds(), 0, 0, tokens.Packed, tokens.EpochText, BlockingRules.Version, null);
    }

    // False: something came in between, and it has to be looked at again.
    private async Task<bool> HoldAsync(DbSession session, PatientRow row, ScreenedPerson person, long screenedAt)
    {
        await StageTools.LockPracticeAsync(session, row.PracticeId);
        var stored = (await Patients.FindAsync(session, [row.IdHash])).GetValueOrDefault(row.IdHash);
        if (stored is { Status: PatientStatus.Going } or { Status: PatientStatus.Withheld, KeyNo: not 0 } || !await (await ScreeningCheck.ReadAsync(session, screenedAt)).HoldsAsync(session, person))
            return false;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (stored is null)
            stored = row with { PatientNo = await Patients.InsertAsync(session, row, now) };
        else if (stored.Status is PatientStatus.Withheld)
            await Patients.ReplaceAsync(session, row with { PatientNo = stored.PatientNo }, stored.Tokens, now);
        await holding.QueueAsync(session, stored, person.Hits, ReviewKind.Dispute, isAnother: false);
        return true;
    }
}
