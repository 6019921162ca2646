using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Api.Billing;

/// <summary>
/// The signature of a payment message: <c>Centra-Signature: t=UNIXSECONDS,v1=HEX</c>, HMAC-SHA256 of "t.body" with a shared secret. Several v1 may be
/// there while a secret is replaced. A message older or newer than five minutes is not taken, so that one caught on its way is soon worthless.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>The header.</summary>
    public const string Header = "Centra-Signature";

    private const int MostParts = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether one of the secrets signed this body just now.</summary>
    public static bool Holds(string header, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        var parts = header.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > MostParts || Value(parts, "t=").ToArray() is not [var time] || !IsJustNow(time, now))
            return false;
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body];
        var presented = Value(parts, "v1=").Select(Encoding.UTF8.GetBytes).ToList();
        var holds = false;
        foreach (var expected in secrets.Select(secret => Sign(secret, signed)))
            foreach (var signature in presented)
                holds |= CryptographicOperations.FixedTimeEquals(expected, signature);
        return holds;
    }

    /// <summary>The header's value for a body, as a provider makes it.</summary>
    public static string Of(string secret, string body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Encoding.ASCII.GetString(Sign(secret, Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }

    private static byte[] Sign(string secret, byte[] signed) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));

    private static bool IsJustNow(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Window.TotalSeconds;

    private static IEnumerable<string> Value(string[] parts, string name) =>
        parts.Where(part => part.StartsWith(name, StringComparison.Ordinal)).Select(part => part[name.Length..]);
}
