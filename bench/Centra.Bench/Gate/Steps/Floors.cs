using System.Security.Cryptography;
using System.Text.Json;

namespace Centra.Bench.Gate.Steps;

/// <summary>What the hardware needs at the least, through the bare primitives of the platform.</summary>
/// <param name="Hmac">HMAC-SHA256 of a line.</param>
/// <param name="Sha">SHA-256 of a line.</param>
/// <param name="Seal">AES-256-GCM of a line.</param>
/// <param name="Scan">All JSON tokens of a line, looked at and forgotten.</param>
/// <param name="ShortHmac">HMAC-SHA256 of 48 bytes.</param>
internal sealed record Floors(StepRow Hmac, StepRow Sha, StepRow Seal, StepRow Scan, StepRow ShortHmac)
{
    /// <summary>Measures with these lines.</summary>
    public static Floors Measure(byte[][] lines)
    {
        var (key, box, nonce, tag, hash) = (new byte[32], new byte[lines.Max(line => line.Length)], new byte[12], new byte[16], new byte[32]);
        using var cipher = new AesGcm(key, tag.Length);
        return new Floors(
            StepRow.Measure("HMAC-SHA256", 1, at => HMACSHA256.HashData(key, Line(at), hash)),
            StepRow.Measure("SHA-256", 1, at => SHA256.HashData(Line(at), hash)),
            StepRow.Measure("AES-256-GCM", 1, at => cipher.Encrypt(nonce, Line(at), box.AsSpan(0, Line(at).Length), tag)),
            StepRow.Measure("JSON scan", 1, at => ReadAll(Line(at))),
            StepRow.Measure("HMAC-SHA256 of 48 bytes", 1, at => HMACSHA256.HashData(key, Line(at).AsSpan(0, 48), hash)));

        byte[] Line(int at) => lines[at % lines.Length];
    }

    /// <summary>As rows of a table.</summary>
    public IReadOnlyList<StepRow> Rows => [Hmac, Sha, Seal, Scan, ShortHmac];

    private static void ReadAll(byte[] line)
    {
        var json = new Utf8JsonReader(line);
        while (json.Read())
        {
        }
    }
}
