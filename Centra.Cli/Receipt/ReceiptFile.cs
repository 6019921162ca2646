using System.Security.Cryptography;
using System.Text.Json;
using Centra.Consent;
using Centra.Practices;

namespace Centra.Cli.Receipt;

/// <summary>Reads what a check of a receipt needs.</summary>
internal static class ReceiptFile
{
    /// <summary>A receipt, alone or as a member of the opt-out; or a certificate, alone or as a member of the practice.</summary>
    public static SignedStatement Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(Bytes(path));
            var root = document.RootElement;
            if (Member(root, "certificate").Deserialize<ErasureCertificate>(JsonSerializerOptions.Web) is { Signature.Length: > 0, KeyId.Length: > 0, CertificateId.Length: > 0 } certificate)
                return SignedStatement.Of(certificate);
            if (Member(root, "receipt").Deserialize<OptOutReceipt>(JsonSerializerOptions.Web) is { Signature.Length: > 0, KeyId.Length: > 0 } receipt)
                return SignedStatement.Of(receipt);
        }
        catch (JsonException)
        {
            // Said below: a file that is no JSON and JSON that is no receipt are the same to who verifies.
        }
        throw new CommandFailedException($"{path} holds no receipt.");
    }

    /// <summary>A public key, PEM.</summary>
    public static ECDsa ReadKey(string path)
    {
        var pem = System.Text.Encoding.UTF8.GetString(Bytes(path));
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CommandFailedException($"{path} holds no public key of an elliptic curve in PEM.");
        }
    }

    private static JsonElement Member(JsonElement root, string name) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(name, out var inner) ? inner : root;

    private static byte[] Bytes(string path) =>
        File.Exists(path) ? File.ReadAllBytes(path) : throw new CommandFailedException($"There is no file {path}.");
}
