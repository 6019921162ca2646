using System.Security.Cryptography;
using Centra.Gate;
using Centra.Storage;

namespace Centra.Access;

/// <summary>
/// Hands out identifiable data: first whether one may, then the record of the look, committed, then the data. (Design: opt-out.md, "Looking".)
/// </summary>
public sealed class Looking(Entitling entitling, LookBook book, Vault vault, PatientContents contents, PatientKeys keys, IdHashes hashes)
{
    /// <summary>A patient by the practice's own id.</summary>
    public async Task<Result<PatientView>> FindAsync(Looker looker, LookAsk ask, string? practiceId, string? patientId)
    {
        var practice = looker.PracticeId ?? practiceId;
        var isOwn = looker.PracticeId is null || practiceId is null || practiceId == looker.PracticeId;
        if (string.IsNullOrEmpty(practice) || string.IsNullOrEmpty(patientId) || !isOwn)
            return AccessRefusal.PatientNotFound;
        return await PatientAsync(looker, ask, hashes.Patient(practice, patientId));
    }

    /// <summary>A patient by the handle.</summary>
    public async Task<Result<PatientView>> PatientAsync(Looker looker, LookAsk ask, Key128? patient)
    {
        var allowed = await entitling.AskAsync(looker, ask);
        if (allowed.IsRefused)
            return allowed.Refusal;
        var row = patient is { } id ? await book.RecordOneAsync(allowed.Value, id) : null;
        var stored = row is null ? null : (await contents.ReadAsync([row])).GetValueOrDefault(row.PatientNo);
        return stored is null ? AccessRefusal.PatientNotFound : PatientView.Of(stored, allowed.Value.Purpose);
    }

    /// <summary>A patient's clinical records, above a place in their order.</summary>
    public async Task<Result<LookedAt<PatientRecordView>>> RecordsAsync(Looker looker, LookAsk ask, Key128? patient, string? type, long above, int most)
    {
        var allowed = await entitling.AskAsync(looker, ask);
        if (allowed.IsRefused)
            return allowed.Refusal;
        if (!allowed.Value.Purpose.Shows(PatientField.Records))
            return AccessRefusal.PurposeDoesNotShowThis;
        if (patient is not { } id || await book.RecordOneAsync(allowed.Value with { Purpose = OnlyRecords(allowed.Value.Purpose) }, id) is not { } row)
            return AccessRefusal.PatientNotFound;
        var records = await vault.Database.ReadAsync(session => PatientReads.RecordsAsync(session, row.PatientNo, type ?? "", above, most));
        if ((await keys.OpenAsync([row.KeyNo])).GetValueOrDefault(row.KeyNo) is not { } key)
            return AccessRefusal.PatientNotFound;
        return new LookedAt<PatientRecordView>(Open(records, key), records.Count == most ? $"{records[^1].ResourceNo}" : null);
    }

    /// <summary>A practice's own patients, above a place in their order.</summary>
    public async Task<LookedAt<ListedPatient>> ListAsync(Looker looker, long above, int most)
    {
        var look = new AllowedLook(looker, Purpose.OwnList, null);
        var rows = await book.RecordAsync(look, async session => await PatientReads.OfPracticeAsync(session, looker.PracticeId!, above, most));
        var stored = await contents.ReadAsync(rows);
        var counts = await vault.Database.ReadAsync(session => PatientReads.CountsAsync(session, [.. rows.Select(row => row.PatientNo)]));
        var items = rows.Where(row => stored.ContainsKey(row.PatientNo)).Select(row => Listed(stored[row.PatientNo], counts.GetValueOrDefault(row.PatientNo))).ToList();
        return new LookedAt<ListedPatient>(items, rows.Count == most ? $"{rows[^1].PatientNo}" : null);
    }

    private static ListedPatient Listed(StoredPatient patient, long records)
    {
        var person = patient.Resource.Demographics!;
        var name = string.Join(' ', person.Given.Append(person.Family ?? "").Where(part => part.Length > 0));
        return new ListedPatient(PatientHandles.Of(patient.Row.IdHash), patient.Resource.Id, name, person.BirthDate, records);
    }

    private static Purpose OnlyRecords(Purpose purpose) => purpose with { Fields = [PatientField.Records] };

    private static List<PatientRecordView> Open(List<RecordRow> records, PatientKey key)
    {
        using var cipher = Sealing.Cipher(key.Key);
        return [.. records.Select(record => View(record, cipher))];
    }

    private static PatientRecordView View(RecordRow record, AesGcm cipher) =>
        new(record.Type, FhirJson.Read(PatientContents.Open(cipher, record.Content, record.IdHash)));
}
