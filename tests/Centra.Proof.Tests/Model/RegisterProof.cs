using Centra.Consent;
using Centra.Storage;
using Centra.Testing;
using Npgsql;

namespace Centra.Proof.Model;

/// <summary>The register's operations: numbered without gaps, chained, the same in database and journal, and told so in the receipts.</summary>
internal static class RegisterProof
{
    public static async Task CheckAsync(GateHost gate)
    {
        (await gate.Storage.Register.MendAsync()).ShouldBe(0, "operations that only the journal knows");
        var head = await gate.Vault.ReadAsync(RegisterHead.ReadAsync);
        var lines = await gate.Vault.ReadAsync(session => session.QueryAsync("select sequence, line, digest, opt_out_id from register_operation order by sequence",
            row => (Line: new JournalLine(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), Digest: row.GetFieldValue<byte[]>(2), OptOut: row.TextOrNull(3))));
        var cipher = new JournalCipher(gate.Storage.RegisterId, gate.Storage.Ring.Ring);
        var digest = RegisterHead.Empty.Digest;
        foreach (var ((line, stored, optOut), at) in lines.Select((row, at) => (row, at)))
        {
            line.Sequence.ShouldBe(at + 1);
            var (operation, receipt) = cipher.Open(line);
            if (optOut is not null)
                CheckReceipt(ReceiptSigner.Read(receipt), optOut, at + 1, digest, stored);
            (digest = RegisterOperation.Digest(digest, operation)).ShouldBe(stored);
        }
        (head.Sequence, Convert.ToHexString(head.Digest)).ShouldBe((lines.Count, Convert.ToHexString(digest)));
        await CheckJournalAsync(gate, [.. lines.Select(row => row.Line)]);
    }

    private static void CheckReceipt(KeptReceipt kept, string optOut, long sequence, byte[] before, byte[] after)
    {
        var receipt = kept.Receipt;
        (receipt.OptOutId, receipt.Sequence, receipt.PreviousDigest, receipt.Digest).ShouldBe((optOut, sequence, Convert.ToHexStringLower(before), Convert.ToHexStringLower(after)));
        receipt.PatientsErased.ShouldBeLessThanOrEqualTo(kept.Totals.PatientsErased);
        receipt.RecordsErased.ShouldBeLessThanOrEqualTo(kept.Totals.RecordsErased);
        receipt.PatientsHeld.ShouldBeLessThanOrEqualTo(kept.Totals.PatientsHeld);
    }

    private static async Task CheckJournalAsync(GateHost gate, IReadOnlyList<JournalLine> lines)
    {
        await using IJournal journal = gate.Storage.Settings.PostgresJournal is { } postgres
            ? new DatabaseJournal(new PostgresDatabase(NpgsqlDataSource.Create(postgres)))
            : new FileJournal(Path.Combine(gate.Folder, "journal", "register.journal"));
        var journaled = await journal.ReadAsync(0).ToListAsync();
        journaled.Count.ShouldBe(lines.Count, "lines of the journal");
        journaled.Select(line => (line.Sequence, Convert.ToHexString(line.Box))).ShouldBe(lines.Select(line => (line.Sequence, Convert.ToHexString(line.Box))));
    }
}
