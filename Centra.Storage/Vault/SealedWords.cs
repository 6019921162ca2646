using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>Words that people write about patients, encrypted and bound to the row that they stand in.</summary>
public sealed class SealedWords(KeyRing ring)
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Ids, 32, info: "centra/words/1"u8.ToArray());

    /// <summary>Encrypts.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="rowId">The id of the row that keeps it.</param>
    public byte[] Seal(string words, string rowId)
    {
        using var cipher = Sealing.Cipher(_key);
        return Sealing.Seal(cipher, Encoding.UTF8.GetBytes(words), Encoding.UTF8.GetBytes(rowId));
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key, or another row's words.</exception>
    public string Open(byte[] box, string rowId)
    {
        using var cipher = Sealing.Cipher(_key);
        return Encoding.UTF8.GetString(Sealing.Open(cipher, box, Encoding.UTF8.GetBytes(rowId)));
    }
}
