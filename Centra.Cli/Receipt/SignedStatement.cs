using System.Security.Cryptography;
using Centra.Consent;
using Centra.Practices;

namespace Centra.Cli.Receipt;

/// <summary>Something that the service signed: what it is called, by which key, how it is checked and told.</summary>
internal sealed record SignedStatement(string Name, string KeyId, Func<ECDsa, bool> IsGenuine, Action<TextWriter> Write)
{
    public static SignedStatement Of(OptOutReceipt receipt) =>
        new("receipt", receipt.KeyId, key => ReceiptCheck.IsGenuine(receipt, key), output => ReceiptWords.Write(output, receipt));

    public static SignedStatement Of(ErasureCertificate certificate) =>
        new("certificate", certificate.KeyId, key => ReceiptCheck.IsGenuine(certificate, key), output => ReceiptWords.Write(output, certificate));
}
