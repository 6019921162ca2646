using System.Globalization;
using Centra.Consent;
using Centra.Practices;

namespace Centra.Cli.Receipt;

/// <summary>Says in plain words what a receipt attests.</summary>
internal static class ReceiptWords
{
    public static void Write(TextWriter output, OptOutReceipt receipt)
    {
        output.WriteLine($"Genuine: receipt {receipt.ReceiptId} was signed with key {receipt.KeyId} and nothing in it was changed.");
        output.WriteLine($"Practice {receipt.PracticeId} sent opt-out {receipt.OptOutId}{Dated(receipt)}; "
            + $"received {Time(receipt.ReceivedAt)}, enforced {Time(receipt.EnforcedAt)}.");
        output.WriteLine($"Since then nothing of this patient enters or is readable. It covers: {receipt.Covers}");
        output.WriteLine($"In this practice's own store {receipt.RecordsErased} records of {receipt.PatientsErased} patients were erased, "
            + $"and {receipt.PatientsHeld} patients are held until a privacy officer has decided.");
        output.WriteLine($"The last backup of the destroyed keys is unreadable by {receipt.BackupsUnreadableBy}.");
        output.WriteLine($"It is operation {receipt.Sequence} of the register, digest {receipt.Digest}, after {receipt.PreviousDigest}.");
    }

    public static void Write(TextWriter output, ErasureCertificate certificate)
    {
        output.WriteLine($"Genuine: certificate {certificate.CertificateId} was signed with key {certificate.KeyId} and nothing in it was changed.");
        output.WriteLine($"Practice {certificate.PracticeId} began to leave {Time(certificate.LeavingBegunAt)}; erased {Time(certificate.ErasedAt)}.");
        output.WriteLine($"{certificate.RecordsErased} records of {certificate.PatientsErased} patients were erased, and {certificate.ReferenceRecordsErased} of the practice itself.");
        output.WriteLine($"It covers: {certificate.Covers}");
        output.WriteLine($"What stays: {certificate.Keeps}");
        output.WriteLine($"The last backup of the destroyed keys is unreadable by {certificate.BackupsUnreadableBy}.");
    }

    private static string Dated(OptOutReceipt receipt) => string.IsNullOrEmpty(receipt.FormDate) ? "" : $" on a form dated {receipt.FormDate}";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
