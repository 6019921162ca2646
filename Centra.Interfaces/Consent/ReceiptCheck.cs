using System.Security.Cryptography;
using System.Text;
using Centra.Practices;

namespace Centra.Consent;

/// <summary>Verifies receipts and certificates with the public key alone; needs no server.</summary>
public static class ReceiptCheck
{
    /// <summary>The name of a public key in receipts.</summary>
    public static string KeyIdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    /// <summary>Whether the signature is this key's over exactly these fields.</summary>
    public static bool IsGenuine(OptOutReceipt receipt, ECDsa key) => IsGenuine(receipt.SignedText(), receipt.KeyId, receipt.Signature, key);

    /// <summary>Whether the signature is this key's over exactly these fields.</summary>
    public static bool IsGenuine(ErasureCertificate certificate, ECDsa key) => IsGenuine(certificate.SignedText(), certificate.KeyId, certificate.Signature, key);

    private static bool IsGenuine(string text, string keyId, string? signature, ECDsa key)
    {
        var bytes = new byte[256];
        return Convert.TryFromBase64String(signature ?? "", bytes, out var length)
            && keyId == KeyIdOf(key)
            && key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }
}
