using Centra.Fhir;
using Centra.Gate;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>No record lost, none older than it should be: for every record that was taken in and that nothing removed since.</summary>
internal static class Records
{
    public static async Task CheckAsync(GateHost gate, IReadOnlyList<StoredPatient> patients, History history)
    {
        var found = await VersionsAsync(gate, patients);
        var purges = new Purges(history.Acts);
        var sent = history.Acts.OfType<Sent>().Where(act => act.IsTaken && !purges.MayHaveDropped(act))
            .SelectMany(act => act.Lines.Select(line => (Act: act, Line: line))).ToLookup(one => (one.Act.Practice, one.Line.Id));
        var removals = Removals(history);
        foreach (var record in sent)
        {
            var person = World.PersonOf(record.Key.Id);
            var since = LastRemoval(removals[person / 2], record.Key.Practice, person, record.Key.Id);
            var due = record.Where(one => one.Act.Begin > since && !one.Line.InError).Select(one => one.Line.Version).DefaultIfEmpty().Max();
            if (due > 0 && found.GetValueOrDefault(record.Key) < due)
                throw new ViolationException($"version {due} of {record.Key} was taken, {found.GetValueOrDefault(record.Key)} is there\n{history.SinceWritten(record.Key.Practice, record.Key.Id, due)}");
        }
        foreach (var (key, version) in found.Where(one => !sent[one.Key].Any() && one.Value > 0 && !WasSent(history, one.Key, one.Value)))
            throw new ViolationException($"version {version} of {key} is there, and nobody sent it");
    }

    // By pairs of twins, so that not everything is gone through for each record.
    private static ILookup<int, Act> Removals(History history)
    {
        var changes = history.Acts.Where(act => act.Changes && act is not Withdrew).ToList();
        var pairs = changes.OfType<OptedOut>().Select(act => act.Person / 2).Distinct();
        var people = changes.OfType<Sent>().SelectMany(act => act.Lines).Select(line => line.Person / 2).Distinct();
        return pairs.Union(people).SelectMany(pair => changes.Where(act => History.IsOfPair(act, pair * 2)).Select(act => (pair, act))).ToLookup(one => one.pair, one => one.act);
    }

    // The last moment at which something may have removed a record: acts about the person or the twin other than loads and looks.
    private static long LastRemoval(IEnumerable<Act> acts, string practice, int person, string id) => acts.Where(act => act switch
    {
        OptedOut or Reviewed or Disputed or Tended => act.IsAbout(person) || act.IsAbout(World.TwinOf(person)),
        Deleted deleted => deleted.Practice == practice && (deleted.Id ?? deleted.Patient) == (deleted.Id is null ? World.PatientOf(id) : id),
        Sent sent => sent.Practice == practice && (!sent.IsTaken && sent.IsAbout(person) || sent.Lines.Any(line => line.Id == id && line.InError)),
        _ => false,
    }).Select(act => act.End).DefaultIfEmpty().Max();

    private static bool WasSent(History history, (string Practice, string Id) key, long version) =>
        history.Acts.OfType<Sent>().Any(act => act.Practice == key.Practice && act.Lines.Any(line => line.Id == key.Id && line.Version == version));

    private static async Task<Dictionary<(string Practice, string Id), long>> VersionsAsync(GateHost gate, IReadOnlyList<StoredPatient> patients)
    {
        var versions = new Dictionary<(string, string), long>();
        var keys = await gate.Get<PatientKeys>().OpenAsync([.. patients.Select(patient => patient.Row.KeyNo)]);
        foreach (var patient in patients)
        {
            versions[(patient.Row.PracticeId, patient.Resource.Id)] = VersionOf(patient.Resource);
            using var cipher = Sealing.Cipher(keys[patient.Row.KeyNo].Key);
            foreach (var row in await gate.Vault.ReadAsync(session => Resources.OfAsync(session, patient.Row.PatientNo, patient.Row.Status)))
            {
                var record = FhirLine.Read(PatientContents.Open(cipher, row.Content, row.IdHash)).Resource!;
                World.PatientOf(record.Id).ShouldBe(patient.Resource.Id, "a record of somebody else");
                versions.TryAdd((patient.Row.PracticeId, record.Id), VersionOf(record)).ShouldBeTrue("a record that is there twice");
            }
        }
        return versions;
    }

    // Disputed patients were sent without a version.
    private static long VersionOf(FhirResource resource) => resource.LastUpdated is { } at ? World.VersionOf(at.ToUnixTimeMilliseconds()) : 0;
}
