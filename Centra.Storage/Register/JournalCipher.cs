using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Centra.Storage;

/// <summary>Operations as encrypted journal lines, bound to their register and their place in it.</summary>
public sealed class JournalCipher(string registerId, KeyRing ring)
{
    /// <summary>Encrypts an operation and the receipt that was given for it.</summary>
    public JournalLine Seal(long sequence, byte[] operation, string receipt)
    {
        using var cipher = Sealing.Cipher(ring.Journal);
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Entry(operation, receipt));
        return new JournalLine(sequence, Sealing.Seal(cipher, plain, About(sequence)));
    }

    /// <summary>Decrypts a line.</summary>
    /// <exception cref="JournalException">Another key, another register, or another place.</exception>
    public (byte[] Operation, string Receipt) Open(JournalLine line)
    {
        using var cipher = Sealing.Cipher(ring.Journal);
        try
        {
            var entry = JsonSerializer.Deserialize<Entry>(Sealing.Open(cipher, line.Box, About(line.Sequence)))!;
            return (entry.Operation, entry.Receipt);
        }
        catch (CryptographicException error)
        {
            throw new JournalException($"Operation {line.Sequence} of the journal cannot be decrypted: it was written with another key or for another register.", error);
        }
    }

    private byte[] About(long sequence)
    {
        var about = new byte[8 + Encoding.UTF8.GetByteCount(registerId)];
        BinaryPrimitives.WriteInt64BigEndian(about, sequence);
        Encoding.UTF8.GetBytes(registerId, about.AsSpan(8));
        return about;
    }

    private sealed record Entry(byte[] Operation, string Receipt);
}
