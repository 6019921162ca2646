using System.Security.Cryptography;
using System.Text;

namespace Centra.Consent;

/// <summary>Verifies receipts with the public key alone; needs no server.</summary>
public static class ReceiptCheck
{
    /// <summary>The name of a public key in receipts.</summary>
    public static string KeyIdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    /// <summary>Whether the signature is this key's over exactly these fields.</summary>
    public static bool IsGenuine(OptOutReceipt receipt, ECDsa key)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(receipt.Signature ?? "", signature, out var length)
            && receipt.KeyId == KeyIdOf(key)
            && key.VerifyData(Encoding.UTF8.GetBytes(receipt.SignedText()), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }
}
