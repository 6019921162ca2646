using System.Security.Cryptography;
using Centra.Copying;
using Centra.Gate;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Gathers what is stored under clinical lines' ids, encrypts them under their patients' keys and makes their copies.</summary>
public sealed class ClinicalPreparing(Vault vault, PatientKeys keys, CopyMaking copies)
{
    /// <summary>Prepares a slice. A patient whose key is gone is gone: its lines are left out and come round again.</summary>
    public async Task<IReadOnlyList<PreparedRecord>> PrepareAsync(BatchScope scope, IReadOnlyList<(BatchLine Line, PatientRow Patient)> lines)
    {
        var references = (await Pieces.SelectAsync(lines, one => (one.Line, Wanted: Wanted(scope, one.Line, one.Patient)))).ToDictionary(one => one.Line, one => one.Wanted);
        var (heads, promised) = await vault.Database.ReadAsync(async session =>
        {
            var all = lines.Select(one => one.Line.IdHash).Concat(references.Values.SelectMany(ids => ids)).Distinct().ToArray();
            return (await Resources.HeadsAsync(session, all), await Copies.PromisesAsync(session, all));
        });
        var opened = await keys.OpenAsync([.. lines.Select(one => one.Patient.KeyNo).Distinct()]);
        var ids = new CopyIds(heads, promised, copies);
        var ciphers = opened.ToDictionary(one => one.Key, one => Sealing.Cipher(one.Value.Key));
        var prepared = await Pieces.SelectAsync([.. lines.Where(one => ciphers.ContainsKey(one.Patient.KeyNo))],
            one => Prepare(scope, one.Line, one.Patient, heads.GetValueOrDefault(one.Line.IdHash), ciphers[one.Patient.KeyNo], ids, references[one.Line]));
        foreach (var cipher in ciphers.Values)
            cipher.Dispose();
        return prepared;
    }

    private PreparedRecord Prepare(
        BatchScope scope, BatchLine line, PatientRow patient, ResourceHead? head, AesGcm cipher, CopyIds ids, IReadOnlyList<Key128> references)
    {
        if (line.Resource.EnteredInError || Versions.Compare(StoredVersion.Of(head), line, scope) is LineOutcome.Unchanged)
            return new PreparedRecord(line, patient, head, null, head?.CopyId, null, []);
        var content = PatientContents.Seal(cipher, line.Resource.Bytes.Span, line.IdHash);
        var isMoved = head is not null && head.PatientNo != patient.PatientNo;
        if (patient is not { Status: PatientStatus.Live, Pseudonym: { } pseudonym })
            return new PreparedRecord(line, patient, head, content, isMoved ? null : head?.CopyId, null, []);
        var copyId = isMoved ? copies.NewId() : ids.Of(line.IdHash);
        var referenced = references.ToDictionary(id => id, ids.Of);
        var copy = copies.Make(line.Resource, scope.PracticeId, pseudonym, copyId, referenced);
        return new PreparedRecord(line, patient, head, content, copy is null ? null : copyId, copy, copy is null ? [] : ids.Promises(references));
    }

    private List<Key128> Wanted(BatchScope scope, BatchLine line, PatientRow patient) =>
        patient.Status is PatientStatus.Live && !line.Resource.EnteredInError ? [.. copies.References(line.Resource, scope.PracticeId).Distinct()] : [];
}
