using System.Security.Cryptography;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>What reference data are encrypted under: they belong to no patient, so no patient's key can be.</summary>
internal static class ReferenceKey
{
    public static byte[] Of(KeyRing ring) => HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Ids, 32, info: "centra reference data"u8.ToArray());
}
