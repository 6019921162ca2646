using System.Security.Cryptography;

namespace Centra.Storage;

/// <summary>SHA-256 as files are named by it: 64 lower-case hex digits.</summary>
internal static class ContentHash
{
    private const int Digits = 64;

    /// <summary>Whether this could be the name of a file.</summary>
    public static bool IsOne(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);

    /// <summary>As a name.</summary>
    public static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    /// <summary>Copies a content to its end; its name.</summary>
    public static async Task<string> CopyAsync(Stream content, Stream target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return Hex(hash.GetHashAndReset());
    }
}
