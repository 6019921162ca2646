using System.Security.Cryptography;

namespace Centra.Storage;

/// <summary>
/// AES-256-GCM as Centra stores it: one version byte, nonce, tag, ciphertext. What a row is about goes in as associated data, so
/// that contents cannot be moved from one row to another.
/// </summary>
public static class Sealing
{
    private const byte Version = 1;
    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>How many bytes sealing adds.</summary>
    public const int Overhead = 1 + Nonce + Tag;

    /// <summary>Encrypts under a key.</summary>
    public static byte[] Seal(AesGcm key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about)
    {
        var box = new byte[Overhead + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, Nonce);
        RandomNumberGenerator.Fill(nonce);
        key.Encrypt(nonce, plain, box.AsSpan(Overhead), box.AsSpan(1 + Nonce, Tag), about);
        return box;
    }

    /// <summary>Decrypts; throws where key, associated data or content do not belong together.</summary>
    /// <exception cref="CryptographicException">Wrong key, wrong row or changed content.</exception>
    public static byte[] Open(AesGcm key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> about)
    {
        if (box.Length < Overhead || box[0] != Version)
            throw new CryptographicException("Not a sealed box of this version.");
        var plain = new byte[box.Length - Overhead];
        key.Decrypt(box.Slice(1, Nonce), box[Overhead..], box.Slice(1 + Nonce, Tag), plain, about);
        return plain;
    }

    /// <summary>The cipher for a key; dispose it.</summary>
    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, Tag);
}
