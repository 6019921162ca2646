using System.Security.Cryptography;
using Centra.Gate;
using Centra.Storage;

namespace Centra.Testing;

/// <summary>
/// What a vault says, without what differs from run to run: row numbers, keys, random ids, times. Two gates with the same key ring that
/// went through the same end with the same image.
/// </summary>
public static class VaultImage
{
    /// <summary>A line a row, sorted. A content that no key opens is told as unreadable.</summary>
    public static async Task<List<string>> ReadAsync(GateHost gate)
    {
        var (patients, resources, references) = await gate.Vault.ReadAsync(async session => (
            await Patients.AboveAsync(session, 0, int.MaxValue),
            await session.QueryAsync("select id_hash, patient_no, type, content, copy_id from resource",
                row => (Id: Key128.From(row.GetFieldValue<byte[]>(0)), Patient: row.GetInt64(1), Type: row.GetString(2), Content: row.GetFieldValue<byte[]>(3), HasCopy: !row.IsDBNull(4))),
            await session.QueryAsync("select id_hash, type from reference_resource", row => $"reference {Hex(row.GetFieldValue<byte[]>(0))} {row.GetString(1)}")));
        var keys = await gate.Get<PatientKeys>().OpenAsync([.. patients.Select(patient => patient.KeyNo).Distinct()]);
        var byNumber = patients.ToDictionary(patient => patient.PatientNo);
        var copies = await CopiesAsync(gate, byNumber.Values);
        return [.. patients.Select(row => $"patient {Hex(row.IdHash)} {row.Status} {Open(keys, row.KeyNo, row.Content, row.IdHash)} {(row.Pseudonym is null ? "unlinked" : "linked")}"),
            .. resources.Select(row => $"resource {Hex(row.Id)} of {Owner(byNumber, row.Patient)} {row.Type} {Open(keys, byNumber.GetValueOrDefault(row.Patient)?.KeyNo ?? 0, row.Content, row.Id)} {row.HasCopy}"),
            .. references, .. copies, .. await TablesAsync(gate)];
    }

    private static async Task<List<string>> CopiesAsync(GateHost gate, IEnumerable<PatientRow> patients)
    {
        var owners = patients.Where(row => row.Pseudonym is not null).ToDictionary(row => Hex(row.Pseudonym!), row => Hex(row.IdHash));
        return await gate.Vault.ReadAsync(session => session.QueryAsync(
            "select c.pseudonym, c.type, s.hidden, count(*) from copy c left join copy_subject s on s.pseudonym = c.pseudonym group by c.pseudonym, c.type, s.hidden",
            row => $"copies of {owners.GetValueOrDefault(Hex(row.GetFieldValue<byte[]>(0)), "nobody")} {row.GetString(1)} {(row.IsDBNull(2) ? "lost" : row.GetInt64(2))} {row.GetInt64(3)}"));
    }

    private static Task<List<string>> TablesAsync(GateHost gate) => gate.Vault.ReadAsync(async session => new List<string>
    {
        $"tokens {await session.NumberAsync("select count(*) from patient_token")}",
        $"open items {await session.NumberAsync("select count(*) from review_item where state in (1, 2)")}",
        $"promises {await session.NumberAsync("select count(*) from copy_promise")}",
        $"due {await session.NumberAsync("select count(*) from patient where copies_due = 1")}",
        $"opt-outs in force {await session.NumberAsync("select count(*) from opt_out where withdrawn_by is null")}",
    });

    private static string Owner(Dictionary<long, PatientRow> patients, long number) => patients.TryGetValue(number, out var row) ? Hex(row.IdHash) : "nobody";

    private static string Open(IReadOnlyDictionary<long, PatientKey> keys, long keyNo, byte[]? content, Key128 id)
    {
        if (content is null)
            return "empty";
        if (!keys.TryGetValue(keyNo, out var key))
            return "unreadable";
        using var cipher = Sealing.Cipher(key.Key);
        return Hex(SHA256.HashData(PatientContents.Open(cipher, content, id)).AsSpan(0, 8));
    }

    private static string Hex(Key128 id) => Hex(id.ToArray());

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
