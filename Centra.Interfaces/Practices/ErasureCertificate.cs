using System.Globalization;
using System.Text;
using Orleans;

namespace Centra.Practices;

/// <summary>
/// What a practice gets that has left: a statement, signed like the receipts of opt-outs and verified the same way, that its patients'
/// identifiable data are erased. (45 CFR 164.504(e)(2)(ii)(J): a business associate returns or destroys what it received.)
/// </summary>
/// <param name="CertificateId">Random; names this certificate in conversation.</param>
/// <param name="PracticeId">The practice.</param>
/// <param name="LeavingBegunAt">When it began to leave, UTC.</param>
/// <param name="ErasedAt">When the last of it was erased, UTC.</param>
/// <param name="PatientsErased">Patients erased because the practice left; those who opted out before are in their receipts.</param>
/// <param name="RecordsErased">Their identifiable records, the patient records included.</param>
/// <param name="ReferenceRecordsErased">The practice's organizations, practitioners and the like.</param>
/// <param name="Covers">What was erased, in words.</param>
/// <param name="Keeps">What stays, in words.</param>
/// <param name="BackupsUnreadableBy">When the last backup of the destroyed keys has expired, yyyy-MM-dd.</param>
/// <param name="KeyId">First 16 hex digits of SHA-256 over the public key (SubjectPublicKeyInfo, DER).</param>
/// <param name="Signature">Base 64 of the signature (IEEE P1363) over <see cref="SignedText"/> in UTF-8.</param>
[GenerateSerializer, Immutable, Alias("centra.practices.certificate")]
public sealed record ErasureCertificate(
    [property: Id(0)] string CertificateId,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] DateTimeOffset LeavingBegunAt,
    [property: Id(3)] DateTimeOffset ErasedAt,
    [property: Id(4)] long PatientsErased,
    [property: Id(5)] long RecordsErased,
    [property: Id(6)] long ReferenceRecordsErased,
    [property: Id(7)] string Covers,
    [property: Id(8)] string Keeps,
    [property: Id(9)] string BackupsUnreadableBy,
    [property: Id(10)] string KeyId,
    [property: Id(11)] string Signature)
{
    /// <summary>What is signed: a line a field, in this order. Its first line keeps it from passing for an opt-out's receipt.</summary>
    public string SignedText()
    {
        var text = new StringBuilder("centra erasure certificate 1\n");
        void Line(string name, object value) => text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
        Line("certificateId", CertificateId);
        Line("practiceId", PracticeId);
        Line("leavingBegunAt", LeavingBegunAt.ToUnixTimeMilliseconds());
        Line("erasedAt", ErasedAt.ToUnixTimeMilliseconds());
        Line("patientsErased", PatientsErased);
        Line("recordsErased", RecordsErased);
        Line("referenceRecordsErased", ReferenceRecordsErased);
        Line("covers", Covers);
        Line("keeps", Keeps);
        Line("backupsUnreadableBy", BackupsUnreadableBy);
        Line("keyId", KeyId);
        return text.ToString();
    }
}
