using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// Practices' own ids and contents as keyed hashes: enough to find a row again and to see whether content changed, and nothing to
/// whoever lacks the key.
/// </summary>
public sealed class IdHashes(KeyRing ring)
{
    private readonly byte[] _contents = HMACSHA256.HashData(ring.Ids, "contents"u8);

    /// <summary>The hash of a resource's id within its practice.</summary>
    public Key128 Resource(string practiceId, string type, string id) => Hash(ring.Ids, $"{practiceId}\n{type}\n{id}");

    /// <summary>The hash of a patient's id within its practice.</summary>
    public Key128 Patient(string practiceId, string id) => Resource(practiceId, "Patient", id);

    /// <summary>The hash of a content.</summary>
    public Key128 Content(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_contents, content, hash);
        return Key128.From(hash);
    }

    private static Key128 Hash(byte[] key, string text)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return Key128.From(hash);
    }
}
