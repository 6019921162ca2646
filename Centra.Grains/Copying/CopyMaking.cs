using System.Security.Cryptography;
using System.Text;
using Centra.DeIdentification;
using Centra.Fhir;
using Centra.Gate;
using Centra.Ingest;
using Centra.Storage;

namespace Centra.Copying;

/// <summary>
/// Makes the de-identified copies of live patients. Ids in copies are random: a referenced resource that has not come yet is promised
/// one, which it takes when it comes.
/// </summary>
public sealed class CopyMaking(Vault vault, PatientKeys keys, IdHashes hashes, IdSource ids, TimeProvider clock)
{
    private const int PatientsAtOnce = 20;

    /// <summary>The copy of a resource, or null where its type has none.</summary>
    public CopyRow? Make(FhirResource resource, string practiceId, byte[] pseudonym, byte[] copyId, IReadOnlyDictionary<Key128, byte[]> referenced)
    {
        var context = new CopyContext(Hex(pseudonym), Hex(copyId), clock.GetUtcNow().Year,
            key => referenced.TryGetValue(hashes.Resource(practiceId, key.Type, key.Id), out var id) ? Hex(id) : null);
        return SafeHarbor.Copy(resource, context) is { IsCopied: true } copy ? new CopyRow(copyId, pseudonym, resource.ResourceType, Encoding.UTF8.GetString(copy.Json.Span)) : null;
    }

    /// <summary>The hashed ids that a resource's copy would refer to.</summary>
    public IEnumerable<Key128> References(FhirResource resource, string practiceId) =>
        SafeHarbor.References(resource).Select(key => hashes.Resource(practiceId, key.Type, key.Id));

    /// <summary>The year of birth that a copy may carry: none from ninety on.</summary>
    public int? BirthYear(FhirResource patient) =>
        patient.Demographics?.BirthDate is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), out var year) && clock.GetUtcNow().Year - year < 90 ? year : null;

    /// <summary>A random id.</summary>
    public byte[] NewId() => ids.Bytes(Key128.Size);

    /// <summary>Makes the copies that are due: of patients that were held when their records came.</summary>
    public async Task CompleteAsync()
    {
        while (await vault.Database.ReadAsync(session => Patients.WithCopiesDueAsync(session, PatientsAtOnce)) is { Count: > 0 } due)
        {
            foreach (var patientNo in due)
                await CompleteAsync(patientNo);
        }
    }

    private async Task CompleteAsync(long patientNo)
    {
        if (await vault.Database.ReadAsync(session => Patients.FindAsync(session, patientNo)) is not { } row)
            return;
        var key = (await keys.OpenAsync([row.KeyNo])).GetValueOrDefault(row.KeyNo);
        await vault.Database.WriteAsync(Fence.Shared, async session =>
        {
            await StageTools.LockPracticeAsync(session, row.PracticeId);
            if (await Patients.FindAsync(session, patientNo) is { Status: PatientStatus.Live } live && live.KeyNo == row.KeyNo)
                await CompleteAsync(session, live, key);
            return true;
        });
    }

    // Without a key there is nothing that copies could be made from.
    private Task CompleteAsync(DbSession session, PatientRow live, PatientKey? key) => key is null || live.Content is null
        ? Patients.SetCopiesDueAsync(session, live.PatientNo, due: false)
        : MakeAllAsync(session, live, key);

    private async Task MakeAllAsync(DbSession session, PatientRow row, PatientKey key)
    {
        using var cipher = Sealing.Cipher(key.Key);
        var pseudonym = row.Pseudonym ?? NewId();
        var stored = (await Resources.OfLiveAsync(session, row.PatientNo)).ConvertAll(resource => (Row: resource, Resource: Open(cipher, resource.Content, resource.IdHash)));
        var promised = await Copies.PromisesAsync(session, [.. stored.Where(one => one.Row.CopyId is null).Select(one => one.Row.IdHash)]);
        var copyIds = stored.ToDictionary(one => one.Row.IdHash, one => one.Row.CopyId ?? promised.GetValueOrDefault(one.Row.IdHash) ?? NewId());
        var patient = Open(cipher, row.Content!, row.IdHash);
        var copies = stored.Select(one => Make(one.Resource, row.PracticeId, pseudonym, copyIds[one.Row.IdHash], copyIds)).OfType<CopyRow>().ToList();
        if (Make(patient, row.PracticeId, pseudonym, pseudonym, copyIds) is { } own)
            copies.Add(own);
        await Copies.SubjectAsync(session, pseudonym, hidden: false, BirthYear(patient));
        await Copies.WriteAsync(session, copies);
        await Resources.WriteAsync(session, [.. stored.Select(one => one.Row with { CopyId = copyIds[one.Row.IdHash] })]);
        await Patients.ReplaceAsync(session, row with { Pseudonym = pseudonym }, row.Tokens, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await Patients.SetCopiesDueAsync(session, row.PatientNo, due: false);
    }

    private static FhirResource Open(AesGcm cipher, byte[] box, Key128 idHash) =>
        FhirLine.Read(PatientContents.Open(cipher, box, idHash)).Resource ?? throw new CryptographicException("A stored record is no FHIR resource.");

    private static string Hex(byte[] id) => Convert.ToHexStringLower(id);
}
