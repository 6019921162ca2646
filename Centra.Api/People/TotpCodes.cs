using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Api.People;

/// <summary>Codes of authenticator apps (RFC 6238): six digits, SHA-1, steps of 30 seconds, one step of drift either way.</summary>
internal static class TotpCodes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Step = 30;
    private const int Drift = 1;
    private const int SecretBytes = 20;

    /// <summary>A new secret in Base32.</summary>
    public static string NewSecret(IdSource ids)
    {
        var (text, value, bits) = (new StringBuilder(), 0, 0);
        foreach (var next in ids.Bytes(SecretBytes))
        {
            (value, bits) = ((value << 8) | next, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Alphabet[(value >> (bits - 5)) & 31]);
            value &= (1 << bits) - 1;
        }
        return text.ToString();
    }

    /// <summary>What an authenticator app reads from a QR code.</summary>
    public static string Uri(string secret, string email) =>
        $"otpauth://totp/Centra:{System.Uri.EscapeDataString(email)}?secret={secret}&issuer=Centra";

    /// <summary>The step that a code belongs to at a moment, or null where the code is wrong.</summary>
    public static long? StepOf(string secret, string? code, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / Step;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code ?? "")))
                return step;
        }
        return null;
    }

    /// <summary>The code at a moment.</summary>
    public static string CodeAt(string secret, DateTimeOffset now) => Code(secret, now.ToUnixTimeSeconds() / Step);

    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA-1 is what authenticator apps compute (RFC 6238), and is not broken as a MAC.")]
    private static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(Bytes(secret), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var (bytes, value, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in secret)
        {
            (value, bits) = ((value << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
            value &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
