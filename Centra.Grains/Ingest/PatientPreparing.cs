using System.Collections.Frozen;
using Centra.Copying;
using Centra.Gate;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Gathers the facts of Patient lines, makes keys for new patients, encrypts and copies: everything that needs no transaction.</summary>
public sealed class PatientPreparing(Vault vault, PatientKeys keys, CopyMaking copies)
{
    /// <summary>Prepares lines that are permitted or for review.</summary>
    public async Task<IReadOnlyList<PreparedPatient>> PrepareAsync(BatchScope scope, IReadOnlyList<(BatchLine Line, ScreenedPerson Screened)> lines)
    {
        if (lines.Count == 0)
            return [];
        var rows = await vault.Database.ReadAsync(session => Patients.FindAsync(session, [.. lines.Select(one => one.Line.IdHash).Distinct()]));
        var work = lines.Select(one => (one.Line, one.Screened, Row: rows.GetValueOrDefault(one.Line.IdHash))).ToList();
        var writes = work.Where(one => Writes(scope, one)).ToList();
        var known = await keys.OpenAsync([.. writes.Where(one => KeepsKey(one.Row)).Select(one => one.Row!.KeyNo).Distinct()]);
        var fresh = new Queue<PatientKey>(await keys.CreateAsync(writes.Count(one => !KeepsKey(one.Row) || !known.ContainsKey(one.Row!.KeyNo))));
        return await Pieces.SelectAsync(work, one => Writes(scope, one)
            ? Seal(scope, one, one.Row is { } row && KeepsKey(row) && known.TryGetValue(row.KeyNo, out var key) ? key : fresh.Dequeue())
            : new PreparedPatient(one.Line, one.Screened, one.Row?.PatientNo, 0, null, null, null, null));
    }

    private static bool Writes(BatchScope scope, (BatchLine Line, ScreenedPerson Screened, PatientRow? Row) one) =>
        PatientRules.Decide(one.Row, one.Line, one.Screened.Outcome, scope).Step is PatientStep.WriteLive or PatientStep.WriteHeld;

    // A withheld patient's key was destroyed with the content.
    private static bool KeepsKey(PatientRow? row) => row is { Status: PatientStatus.Live or PatientStatus.Held };

    private PreparedPatient Seal(BatchScope scope, (BatchLine Line, ScreenedPerson Screened, PatientRow? Row) one, PatientKey key)
    {
        using var cipher = Sealing.Cipher(key.Key);
        var content = PatientContents.Seal(cipher, one.Line.Resource.Bytes.Span, one.Line.IdHash);
        if (one.Screened.Outcome is not MatchOutcome.Permitted)
            return new PreparedPatient(one.Line, one.Screened, one.Row?.PatientNo, key.Number, content, null, null, null);
        var pseudonym = one.Row?.Pseudonym ?? copies.NewId();
        var copy = copies.Make(one.Line.Resource, scope.PracticeId, pseudonym, pseudonym, FrozenDictionary<Key128, byte[]>.Empty);
        return new PreparedPatient(one.Line, one.Screened, one.Row?.PatientNo, key.Number, content, pseudonym, copy, copies.BirthYear(one.Line.Resource));
    }
}
