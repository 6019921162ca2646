using Centra.Gate;
using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Looks at what is stored when nobody acts any more.</summary>
internal sealed class EndCheck(GateHost gate, History history)
{
    private Dictionary<long, string> _ids = [];

    public async Task RunAsync()
    {
        await RegisterProof.CheckAsync(gate);
        var rows = await gate.Vault.ReadAsync(session => Patients.AboveAsync(session, 0, int.MaxValue));
        var stored = (await gate.Get<PatientContents>().ReadAsync([.. rows.Where(row => row.Status is PatientStatus.Live or PatientStatus.Held)])).Values.ToList();
        await CheckPatientsAsync(stored);
        var unreadable = rows.Where(row => row.Status is PatientStatus.Live or PatientStatus.Held).Select(row => row.PatientNo).Except(stored.Select(one => one.Row.PatientNo)).ToList();
        unreadable.ShouldBeEmpty("live and held patients whose key is gone");
        rows.ShouldAllBe(row => row.Status != PatientStatus.Going, "erasures that nobody finished");
        rows.ShouldAllBe(row => row.Status != PatientStatus.Withheld || (row.Content == null && row.Tokens == null && row.Pseudonym == null && row.KeyNo == 0));
        await Tables.CheckAsync(gate, rows, history);
        await Records.CheckAsync(gate, stored, history);
        await JobTotals.CheckAsync(gate, history);
    }

    // Nobody whom an opt-out in force is of is there, unless two officers exempted them or a dispute of theirs is open.
    private async Task CheckPatientsAsync(List<StoredPatient> stored)
    {
        var exempt = await ExemptAsync();
        var disputed = (await gate.ReviewsAsync()).Where(item => item.Kind is ReviewKind.Dispute && item.State is ReviewState.Open or ReviewState.Proposed).Select(item => (item.Patient, item.Ordinal)).ToHashSet();
        var inForce = await InForceAsync();
        foreach (var patient in stored.Where(one => World.IsThemselves(one.Resource)))
        {
            var (person, id) = (World.PersonOf(patient.Resource.Id), patient.Row.IdHash);
            var own = inForce[person].Where(ordinal => !exempt.Contains((id, ordinal)) && !(patient.Row.Status is PatientStatus.Held && disputed.Contains((id, ordinal)))).ToList();
            if (own.Count > 0)
                throw new ViolationException($"person {person} opted out ({string.Join(' ', own)}) and is stored in {patient.Row.PracticeId}, {patient.Row.Status}\n{history.Around(person, Guilty(patient, own[0]))}");
            var twins = inForce[World.TwinOf(person)].Where(ordinal => !exempt.Contains((id, ordinal))).ToList();
            if (twins.Count > 0 && patient.Row.Status is PatientStatus.Live)
                throw new ViolationException($"the twin of person {person} opted out ({string.Join(' ', twins)}), nobody decided, and they are live in {patient.Row.PracticeId}\n{history.Around(person, Guilty(patient, twins[0]))}");
        }
    }

    // Who entered the opt-out, and who wrote what is there in spite of it.
    private IEnumerable<Act> Guilty(StoredPatient patient, long ordinal)
    {
        var version = patient.Resource.LastUpdated is { } at ? World.VersionOf(at.ToUnixTimeMilliseconds()) : 0;
        var written = history.Acts.OfType<Sent>().Where(act => act.Lines.Any(line => line.Id == patient.Resource.Id && line.Version == version));
        return ActsOn(_ids[ordinal]).Concat(written.Where(act => act.Practice == patient.Row.PracticeId));
    }

    private IEnumerable<Act> ActsOn(string optOutId) => history.Acts.Where(act =>
        act is OptedOut told && told.OptOutId == optOutId || act is Withdrew withdrew && withdrew.Ended.Append(withdrew.OptOutId).Contains(optOutId));

    // Opt-outs in force by the person they are of, and that everything acknowledged is there.
    private async Task<ILookup<int, long>> InForceAsync()
    {
        var rows = await gate.Vault.ReadAsync(session => session.QueryAsync(
            "select ordinal, opt_out_id, withdrawn_by from opt_out", row => (Ordinal: row.GetInt64(0), Id: row.GetString(1), InForce: row.IsDBNull(2))));
        var people = history.Acts.OfType<OptedOut>().Where(act => act.OptOutId is not null).DistinctBy(act => act.OptOutId).ToDictionary(act => act.OptOutId!, act => act.Person);
        _ids = rows.ToDictionary(row => row.Ordinal, row => row.Id);
        people.Keys.Except(rows.Select(row => row.Id)).ShouldBeEmpty("acknowledged opt-outs that are not stored");
        rows.Select(row => row.Id).Except(people.Keys).ShouldBeEmpty("opt-outs that nobody was told of");
        var ended = history.Acts.OfType<Withdrew>().SelectMany(act => act.Ended).ToHashSet();
        foreach (var row in rows.Where(row => row.InForce == ended.Contains(row.Id)))
            throw new ViolationException($"{row.Id} is in force: {row.InForce}, and clients were told otherwise\n{history.Around(people[row.Id], ActsOn(row.Id))}");
        return rows.Where(row => row.InForce).ToLookup(row => people[row.Id], row => row.Ordinal);
    }

    private async Task<HashSet<(Key128, long)>> ExemptAsync() => [.. await gate.Vault.ReadAsync(session => session.QueryAsync(
        "select patient, ordinal from exemption", row => (Key128.From(row.GetFieldValue<byte[]>(0)), row.GetInt64(1))))];
}
