using System.Security.Cryptography;
using Centra.Consent;
using Centra.Testing;

namespace Centra.Tests.Consent;

public class ReceiptTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    [Fact]
    public async Task Receipt_IsVerifiedWithThePublicKeyAlone()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var receipt = (await north.OptOutAsync(Ann.Form())).Receipt;
        using var key = ECDsa.Create();
        key.ImportFromPem(gate.Get<ReceiptSigner>().PublicKey);

        ReceiptCheck.IsGenuine(receipt, key).ShouldBeTrue();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ReceiptCheck.IsGenuine(receipt, other).ShouldBeFalse();
    }

    [Fact]
    public async Task Receipt_WithAnyFieldChanged_IsNotGenuine()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        var receipt = (await north.OptOutAsync(Ann.Form())).Receipt;
        using var key = ECDsa.Create();
        key.ImportFromPem(gate.Get<ReceiptSigner>().PublicKey);

        OptOutReceipt[] changed =
        [
            receipt with { ReceiptId = "receipt-x" }, receipt with { OptOutId = "optout-x" }, receipt with { PracticeId = "south" },
            receipt with { FormDate = "2026-01-01" }, receipt with { ReceivedAt = receipt.ReceivedAt.AddMilliseconds(1) },
            receipt with { EnforcedAt = receipt.EnforcedAt.AddMilliseconds(-1) }, receipt with { Sequence = 2 },
            receipt with { PreviousDigest = receipt.Digest }, receipt with { Digest = receipt.PreviousDigest }, receipt with { PatientsErased = 1 },
            receipt with { RecordsErased = 1 }, receipt with { PatientsHeld = 1 }, receipt with { Covers = "Nothing." },
            receipt with { BackupsUnreadableBy = "2030-01-01" }, receipt with { KeyId = "0" }, receipt with { Signature = "" },
            receipt with { Signature = "no base 64" }, receipt with { Signature = receipt.Signature[..^4] },
        ];

        changed.ShouldAllBe(one => !ReceiptCheck.IsGenuine(one, key));
        typeof(OptOutReceipt).GetProperties().Length.ShouldBe(16, "a new field has to be signed, and changed here");
    }

    [Fact]
    public async Task Receipts_AreChained()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();

        var first = (await north.OptOutAsync(Ann.Form())).Receipt;
        var second = (await north.OptOutAsync((Ann with { Given = "Isolde" }).Form())).Receipt;

        second.PreviousDigest.ShouldBe(first.Digest);
        second.Sequence.ShouldBe(first.Sequence + 1);
    }

    [Fact]
    public async Task Receipt_CountsOnlyThePracticesOwnStores_TotalsCountAll()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.LoadAsync(Ann.Patient("n1"), TestLines.Condition("c1", "n1"));
        await south.LoadAsync(Ann.Patient("s1"), TestLines.Condition("c1", "s1"), TestLines.Condition("c2", "s1"), (Ann with { Given = "Isolde" }).Patient("s2"));

        var optOut = await north.OptOutAsync(Ann.Form());

        (optOut.Receipt.PatientsErased, optOut.Receipt.RecordsErased, optOut.Receipt.PatientsHeld).ShouldBe((1, 2, 0));
        (await north.Consent(optOut.OptOutId).Totals()).Value.ShouldBe(new OptOutTotals(2, 5, 1));
        (await north.Consent(optOut.OptOutId).View("south")).Code().ShouldBe(nameof(ConsentRefusal.OptOutNotFound));
        (await north.Consent(optOut.OptOutId).View(null)).IsRefused.ShouldBeFalse();
    }
}
