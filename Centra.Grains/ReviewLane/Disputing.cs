using Centra.Fhir;
using Centra.Gate;
using Centra.Ingest;
using Centra.Matching;
using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>
/// A practice says that a patient of its was kept out by mistake. The Patient resource is taken into the review lane, held, whatever the
/// matcher said of it; an officer decides as with any other item.
/// </summary>
public sealed class Disputing(Screening screening, Vault vault, PatientKeys keys, Holding holding, IdHashes hashes, TimeProvider clock)
{
    /// <summary>Opens an item for each opt-out that keeps the patient out.</summary>
    /// <returns>How many items were opened or are open.</returns>
    public async Task<Result<int>> OpenAsync(string practiceId, ReadOnlyMemory<byte> patient)
    {
        if (FhirLine.Read(patient).Resource is not { Kind: FhirKind.Patient } resource)
            return ReviewRefusal.NotAPatient;
        var identity = resource.Demographics!.ToIdentity();
        var id = hashes.Patient(practiceId, resource.Id);
        var screened = await screening.ScreenAsync([new PersonToScreen(identity, practiceId, id, IdentityHashes.Of(hashes, identity))]);
        if (screened.IsRefused)
            return screened.Refusal;
        var person = screened.Value.People[0];
        if (person.Outcome is MatchOutcome.Permitted)
            return ReviewRefusal.NothingToDispute;
        var key = (await keys.CreateAsync(1))[0];
        using var cipher = Sealing.Cipher(key.Key);
        var row = new PatientRow(0, practiceId, id, PatientStatus.Held, key.Number, PatientContents.Seal(cipher, resource.Bytes.Span, id),
            hashes.Content(resource.Bytes.Span), resource.LastUpdated?.ToUnixTimeMilliseconds(), 0, 0, person.Tokens.Packed, person.Tokens.EpochText, BlockingRules.Version, null);
        await vault.Database.WriteAsync(Fence.Shared, session => HoldAsync(session, row, person));
        return person.Hits.Length;
    }

    private async Task<bool> HoldAsync(DbSession session, PatientRow row, ScreenedPerson person)
    {
        await StageTools.LockPracticeAsync(session, row.PracticeId);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var stored = (await Patients.FindAsync(session, [row.IdHash])).GetValueOrDefault(row.IdHash);
        if (stored is null)
            stored = row with { PatientNo = await Patients.InsertAsync(session, row, now) };
        else if (stored.Status is PatientStatus.Withheld)
            await Patients.ReplaceAsync(session, row with { PatientNo = stored.PatientNo }, stored.Tokens, now);
        else if (stored.Status is PatientStatus.Going)
            return false;
        await holding.QueueAsync(session, stored, person.Hits, ReviewKind.Dispute);
        return true;
    }
}
