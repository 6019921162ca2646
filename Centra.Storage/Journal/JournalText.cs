using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// A journal line as text: sequence, the sequence that its append began with, box in base 64, and eight bytes of SHA-256 in hex.
/// </summary>
internal static class JournalText
{
    private const string Magic = "centra-journal 1 ";

    public static string Header(string registerId) => Magic + registerId;

    public static string? RegisterIdOf(string header) =>
        header.StartsWith(Magic, StringComparison.Ordinal) ? header[Magic.Length..] : null;

    public static string Write(JournalLine line, long start)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{line.Sequence} {start} {Convert.ToBase64String(line.Box)}");
        return $"{body} {Checksum(body)}";
    }

    /// <summary>The line and where its append began, or null where its checksum is wrong: torn or changed.</summary>
    public static (JournalLine Line, long Start)? Read(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 4 || Checksum(string.Join(' ', parts[..3])) != parts[3])
            return null;
        var line = new JournalLine(long.Parse(parts[0], CultureInfo.InvariantCulture), Convert.FromBase64String(parts[2]));
        return (line, long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Checksum(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(body)).AsSpan(0, 8));
}
