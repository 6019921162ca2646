using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>What has to be true between tables when nobody acts any more.</summary>
internal static class Tables
{
    public static async Task CheckAsync(GateHost gate, IReadOnlyList<PatientRow> rows, History? history = null)
    {
        async Task NoneAsync(string what, string sql)
        {
            if (await gate.Vault.NumberAsync(sql) is > 0 and var some)
                throw new ViolationException($"{what}: {some}");
        }
        if (history is not null)
            await CheckRecordsAsync(gate, history);
        await NoneAsync("records of nobody", "select count(*) from resource r where not exists (select 1 from patient p where p.patient_no = r.patient_no)");
        await NoneAsync("records of withheld patients", "select count(*) from resource r join patient p on p.patient_no = r.patient_no where p.status = 4");
        await NoneAsync("tokens of nobody", "select count(*) from patient_token t where not exists (select 1 from patient p where p.patient_no = t.patient_no and p.status in (1, 2))");
        await NoneAsync("promises of nobody", "select count(*) from copy_promise c where not exists (select 1 from patient p where p.patient_no = c.patient_no)");
        await NoneAsync("copies without a subject", "select count(*) from copy c where not exists (select 1 from copy_subject s where s.pseudonym = c.pseudonym)");
        await NoneAsync("hidden subjects of patients that are not held", "select count(*) from copy_subject s where s.hidden = 1 and not exists (select 1 from patient p where p.pseudonym = s.pseudonym and p.status = 2)");
        await NoneAsync("held patients in plain sight", "select count(*) from copy_subject s join patient p on p.pseudonym = s.pseudonym where s.hidden = 0 and p.status = 2");
        await NoneAsync("live patients without copies", "select count(*) from patient p where p.status = 1 and (p.copies_due = 1 or p.pseudonym is null)");
        await NoneAsync("held patients without a question", "select count(*) from patient p where p.status = 2 and not exists (select 1 from review_item i where i.patient_no = p.patient_no and i.state in (1, 2))");
        await NoneAsync("open questions about nobody", "select count(*) from review_item i where i.state in (1, 2) and not exists (select 1 from patient p where p.patient_no = i.patient_no)");
        await NoneAsync("open questions about opt-outs that ended", "select count(*) from review_item i join opt_out o on o.ordinal = i.ordinal where i.state in (1, 2) and o.withdrawn_by is not null");
        await NoneAsync("copies of records with another patient's name", "select count(*) from resource r join patient p on p.patient_no = r.patient_no join copy c on c.copy_id = r.copy_id where p.status = 1 and c.pseudonym <> p.pseudonym");
        await CheckCopiesAsync(gate);
        var packed = rows.Where(row => row.Tokens is not null).Sum(row => row.Tokens!.Chunk(Key128.Size).DistinctBy(Convert.ToHexString).Count());
        (await gate.Vault.NumberAsync("select count(*) from patient_token")).ShouldBe(packed, "tokens by which patients are found, and those their rows name");
    }

    private static async Task CheckRecordsAsync(GateHost gate, History history)
    {
        var left = await gate.Vault.ReadAsync(session => session.QueryAsync(
            "select id_hash from resource r where not exists (select 1 from patient p where p.patient_no = r.patient_no)", row => Key128.From(row.GetFieldValue<byte[]>(0))));
        if (left.Count == 0)
            return;
        var (practice, record) = history.Acts.OfType<Sent>().SelectMany(act => act.Lines.Select(line => (act.Practice, line.Id)))
            .First(one => gate.Get<IdHashes>().Resource(one.Practice, "Condition", one.Id) == left[0]);
        throw new ViolationException($"records of nobody: {left.Count}, {practice}'s {record} among them\n{history.SinceSent(practice, record)}");
    }

    // A live patient has one copy of itself and one of each record, and no other.
    private static async Task CheckCopiesAsync(GateHost gate)
    {
        var linked = await gate.Vault.NumberAsync("select count(*) from copy c join patient p on p.pseudonym = c.pseudonym where p.status = 1");
        var patients = await gate.Vault.NumberAsync("select count(*) from patient where status = 1");
        var records = await gate.Vault.NumberAsync("select count(*) from resource r join patient p on p.patient_no = r.patient_no where p.status = 1");
        var pointed = await gate.Vault.NumberAsync("select count(distinct r.copy_id) from resource r join patient p on p.patient_no = r.patient_no join copy c on c.copy_id = r.copy_id where p.status = 1");
        (linked, pointed).ShouldBe((patients + records, records), "copies of live patients, and those that their records point to");
    }
}
