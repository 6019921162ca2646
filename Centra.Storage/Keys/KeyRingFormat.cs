using System.Security.Cryptography;
using System.Text.Json;

namespace Centra.Storage;

/// <summary>A key ring as JSON, and a new one from the system's random source.</summary>
public static class KeyRingFormat
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A ring of fresh keys. For an empty register only: new keys for an old register would let everybody in.</summary>
    public static KeyRing Generate()
    {
        using var receipts = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new KeyRing(Key(), [], Key(), Key(), [new NamedKey("1", Key())], Key(), receipts.ExportPkcs8PrivateKey(), Key());
    }

    /// <summary>The ring as JSON.</summary>
    public static byte[] Write(KeyRing ring) => JsonSerializer.SerializeToUtf8Bytes(ring, Json);

    /// <summary>Reads a ring and checks the lengths of its keys.</summary>
    public static KeyRing Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var ring = JsonSerializer.Deserialize<KeyRing>(json, Json);
            return ring is not null && IsWhole(ring) ? ring : throw new KeyStoreException("The key ring lacks keys, or some have the wrong length.");
        }
        catch (JsonException)
        {
            throw new KeyStoreException("The key ring is not readable as JSON.");
        }
    }

    private static byte[] Key() => RandomNumberGenerator.GetBytes(32);

    private static bool IsWhole(KeyRing ring) =>
        new[] { ring.Register, ring.Comparators, ring.Ids, ring.Journal, ring.Sessions }.All(key => key is { Length: 32 })
        && !ring.Epochs.IsDefault && ring.Epochs.All(key => key is { Length: 32 })
        && ring.Wrapping is { IsDefaultOrEmpty: false } && ring.Wrapping.All(key => key is { Name.Length: > 0, Key.Length: 32 })
        && ring.Receipts is { Length: > 32 };
}
