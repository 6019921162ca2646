using System.Globalization;
using System.Text;
using Orleans;

namespace Centra.Consent;

/// <summary>
/// What a practice gets for an opt-out: a statement signed with ECDSA P-256 over SHA-256 that can be verified offline, years later,
/// with nothing but the public key. It counts only the practice's own stores: totals would tell that the patient is treated elsewhere.
/// </summary>
/// <param name="ReceiptId">Random; names this receipt in conversation.</param>
/// <param name="OptOutId">The opt-out.</param>
/// <param name="PracticeId">The practice that sent it.</param>
/// <param name="FormDate">Date on the patient's form, yyyy-MM-dd, or empty.</param>
/// <param name="ReceivedAt">When the service received it, UTC.</param>
/// <param name="EnforcedAt">From when on nothing of the patient enters or is readable, UTC.</param>
/// <param name="Sequence">The register's sequence.</param>
/// <param name="PreviousDigest">Digest of the register before, hex.</param>
/// <param name="Digest">SHA-256(previous || operation), hex: fixes the operation and everything before it.</param>
/// <param name="PatientsErased">This practice's patients whose identifiable records were removed.</param>
/// <param name="RecordsErased">Identifiable records of theirs, the patient record included.</param>
/// <param name="PatientsHeld">This practice's patients hidden until a privacy officer decides whether they are the same person.</param>
/// <param name="Covers">What the opt-out covers, in words.</param>
/// <param name="BackupsUnreadableBy">When the last backup of the destroyed keys has expired, yyyy-MM-dd.</param>
/// <param name="KeyId">First 16 hex digits of SHA-256 over the public key (SubjectPublicKeyInfo, DER).</param>
/// <param name="Signature">Base 64 of the signature (IEEE P1363) over <see cref="SignedText"/> in UTF-8.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.receipt")]
public sealed record OptOutReceipt(
    [property: Id(0)] string ReceiptId,
    [property: Id(1)] string OptOutId,
    [property: Id(2)] string PracticeId,
    [property: Id(3)] string FormDate,
    [property: Id(4)] DateTimeOffset ReceivedAt,
    [property: Id(5)] DateTimeOffset EnforcedAt,
    [property: Id(6)] long Sequence,
    [property: Id(7)] string PreviousDigest,
    [property: Id(8)] string Digest,
    [property: Id(9)] int PatientsErased,
    [property: Id(10)] long RecordsErased,
    [property: Id(11)] int PatientsHeld,
    [property: Id(12)] string Covers,
    [property: Id(13)] string BackupsUnreadableBy,
    [property: Id(14)] string KeyId,
    [property: Id(15)] string Signature)
{
    /// <summary>What is signed: a line a field, in this order, so that neither spacing nor order of the JSON matters.</summary>
    public string SignedText()
    {
        var text = new StringBuilder("centra opt-out receipt 1\n");
        void Line(string name, object value) => text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
        Line("receiptId", ReceiptId);
        Line("optOutId", OptOutId);
        Line("practiceId", PracticeId);
        Line("formDate", FormDate);
        Line("receivedAt", ReceivedAt.ToUnixTimeMilliseconds());
        Line("enforcedAt", EnforcedAt.ToUnixTimeMilliseconds());
        Line("sequence", Sequence);
        Line("previousDigest", PreviousDigest);
        Line("digest", Digest);
        Line("patientsErased", PatientsErased);
        Line("recordsErased", RecordsErased);
        Line("patientsHeld", PatientsHeld);
        Line("covers", Covers);
        Line("backupsUnreadableBy", BackupsUnreadableBy);
        Line("keyId", KeyId);
        return text.ToString();
    }
}
