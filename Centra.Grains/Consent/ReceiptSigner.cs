using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Centra.Practices;
using Centra.Storage;

namespace Centra.Consent;

/// <summary>Signs receipts. ECDSA P-256 over SHA-256, so that anybody with the public key can verify them without this service.</summary>
public sealed class ReceiptSigner : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly ECDsa _key = ECDsa.Create();

    /// <summary>Signs with the ring's receipt key.</summary>
    public ReceiptSigner(KeyRing ring)
    {
        _key.ImportPkcs8PrivateKey(ring.Receipts, out _);
        KeyId = ReceiptCheck.KeyIdOf(_key);
    }

    /// <summary>The name of the key in receipts.</summary>
    public string KeyId { get; }

    /// <summary>The public key, PEM.</summary>
    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The receipt with key id and signature filled in.</summary>
    public OptOutReceipt Sign(OptOutReceipt receipt)
    {
        var named = receipt with { KeyId = KeyId };
        return named with { Signature = Signature(named.SignedText()) };
    }

    /// <summary>The certificate with key id and signature filled in.</summary>
    public ErasureCertificate Sign(ErasureCertificate certificate)
    {
        var named = certificate with { KeyId = KeyId };
        return named with { Signature = Signature(named.SignedText()) };
    }

    /// <summary>Receipt and totals as the register's row keeps them.</summary>
    public static string Write(KeptReceipt kept) => JsonSerializer.Serialize(kept, Json);

    /// <summary>Receipt and totals of a row.</summary>
    public static KeptReceipt Read(string text) => JsonSerializer.Deserialize<KeptReceipt>(text, Json)!;

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private string Signature(string text) => Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));
}

/// <summary>A receipt, and the totals over all practices that only officers see.</summary>
public sealed record KeptReceipt(OptOutReceipt Receipt, OptOutTotals Totals);
