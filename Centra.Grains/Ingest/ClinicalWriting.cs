using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Writes a slice of clinical lines in a fenced transaction that looks once more whether their patients are still there.</summary>
public sealed class ClinicalWriting(Vault vault, PracticeTurns turns, IdHashes hashes)
{
    /// <summary>Writes a slice; lines that have to be looked at again stay undecided.</summary>
    public async Task WriteAsync(BatchScope scope, IReadOnlyList<PreparedRecord> slice)
    {
        if (slice.Count == 0)
            return;
        var outcomes = await turns.WriteAsync(scope.PracticeId, async session =>
        {
            var patients = await Patients.FindAsync(session, [.. slice.Select(one => one.Patient.IdHash).Distinct()]);
            var heads = await Resources.HeadsAsync(session, [.. slice.Select(one => one.Line.IdHash)]);
            var decided = slice.Select(one => Decide(scope, one, patients, heads)).ToList();
            var promised = await BreakPromisesAsync(session, slice, decided);
            await WriteAsync(session, scope, [.. slice.Zip(decided).Where(one => one.Second.Write).Select(one => one.First)], promised);
            return decided;
        });
        for (var at = 0; at < slice.Count; at++)
            slice[at].Line.Outcome = outcomes[at].Outcome;
    }

    /// <summary>Removes what stands under the ids of newer lines that are kept out: a practice found that a record is of somebody who may not come in.</summary>
    public async Task RemoveAsync(BatchScope scope, IReadOnlyList<BatchLine> lines)
    {
        var stored = lines.Count == 0 ? [] : await vault.Database.ReadAsync(session => Resources.HeadsAsync(session, [.. lines.Select(line => line.IdHash).Distinct()]));
        var replaced = lines.Where(line => stored.ContainsKey(line.IdHash)).ToList();
        if (replaced.Count == 0)
            return;
        await turns.WriteAsync(scope.PracticeId, async session =>
        {
            var heads = await Resources.HeadsAsync(session, [.. replaced.Select(line => line.IdHash).Distinct()]);
            var gone = replaced.Where(line => heads.TryGetValue(line.IdHash, out var head) && Versions.Compare(StoredVersion.Of(head), line, scope) is LineOutcome.Accepted)
                .Select(line => line.IdHash).Distinct().ToList();
            await Copies.RemoveAsync(session, [.. gone.Select(id => heads[id].CopyId).OfType<byte[]>()]);
            return await Resources.RemoveAsync(session, gone);
        });
    }

    private (bool Write, LineOutcome Outcome) Decide(
        BatchScope scope, PreparedRecord one, Dictionary<Key128, PatientRow> patients, Dictionary<Key128, ResourceHead> heads)
    {
        var patient = patients.GetValueOrDefault(hashes.Patient(scope.PracticeId, one.Line.Resource.SubjectId!));
        var head = heads.GetValueOrDefault(one.Line.IdHash);
        return ClinicalRules.Decide(patient, head, one, scope);
    }

    // Somebody else may have promised an id meanwhile, or the record has come under another; then this copy would bear or refer to the wrong one.
    private static async Task<Dictionary<Key128, byte[]>> BreakPromisesAsync(DbSession session, IReadOnlyList<PreparedRecord> slice, List<(bool Write, LineOutcome Outcome)> decided)
    {
        var writes = slice.Zip(decided).Where(one => one.Second.Write && one.First.Copy is not null).Select(one => one.First).ToList();
        await Copies.PromiseAsync(session, [.. writes.SelectMany(one => one.Promises.Select(promise => (promise.Id, one.Patient.PatientNo, promise.CopyId))).DistinctBy(one => one.Id)]);
        var come = await Resources.HeadsAsync(session, [.. writes.SelectMany(one => one.Promises.Select(promise => promise.Id)).Distinct()]);
        var kept = await Copies.PromisesAsync(session, [.. writes.SelectMany(one => one.Promises.Select(promise => promise.Id)).Concat(writes.Select(one => one.Line.IdHash)).Distinct()]);
        for (var at = 0; at < slice.Count; at++)
        {
            if (decided[at].Write && slice[at].Copy is not null && !(Holds(slice[at], kept) && slice[at].Promises.All(promise => IsOpen(promise, come))))
                decided[at] = (false, LineOutcome.None);
        }
        return kept;
    }

    private static bool IsOpen((Key128 Id, byte[] CopyId) promise, Dictionary<Key128, ResourceHead> come) =>
        come.GetValueOrDefault(promise.Id)?.CopyId is not { } own || own.AsSpan().SequenceEqual(promise.CopyId);

    private static bool Holds(PreparedRecord one, Dictionary<Key128, byte[]> kept) =>
        one.Promises.All(promise => !kept.TryGetValue(promise.Id, out var id) || id.AsSpan().SequenceEqual(promise.CopyId))
        && (one.Head?.CopyId is not null || !kept.TryGetValue(one.Line.IdHash, out var own) || own.AsSpan().SequenceEqual(one.CopyId));

    private static async Task WriteAsync(DbSession session, BatchScope scope, IReadOnlyList<PreparedRecord> writes, Dictionary<Key128, byte[]> promised)
    {
        var removed = writes.Where(one => one.Line.Resource.EnteredInError).ToList();
        await Resources.RemoveAsync(session, [.. removed.Select(one => one.Line.IdHash)]);
        var written = writes.Where(one => !one.Line.Resource.EnteredInError).ToList();
        var orphaned = removed.Concat(written.Where(one => one.Head is { CopyId: { } former } && !former.AsSpan().SequenceEqual(one.CopyId)));
        await Copies.RemoveAsync(session, [.. orphaned.Select(one => one.Head?.CopyId).OfType<byte[]>()]);
        // Most are new, and what is known to be new is written for less. A promised id may have been another copy's once.
        var isNew = written.ToLookup(one => one.Head is null);
        var hasNewCopy = written.ToLookup(one => one.Head is null && !promised.ContainsKey(one.Line.IdHash));
        await Resources.AddAsync(session, [.. isNew[true].Select(one => Row(scope, one))]);
        await Resources.WriteAsync(session, [.. isNew[false].Select(one => Row(scope, one))]);
        await Copies.AddAsync(session, [.. hasNewCopy[true].Select(one => one.Copy).OfType<CopyRow>()]);
        await Copies.WriteAsync(session, [.. hasNewCopy[false].Select(one => one.Copy).OfType<CopyRow>()]);
    }

    private static ResourceRow Row(BatchScope scope, PreparedRecord one) => new(
        one.Line.IdHash, one.Patient.PatientNo, one.Line.Resource.ResourceType, one.Content!, one.Line.ContentHash, one.Line.LastUpdated,
        scope.JobNo, scope.BatchNo, one.CopyId);
}
