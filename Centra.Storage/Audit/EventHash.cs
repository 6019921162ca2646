using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// The hash of an event in its stream's chain. It covers the payload by the payload's own hash, so that a payload whose retention has
/// ended can be taken away and the chain still be checked.
/// </summary>
public static class EventHash
{
    /// <summary>How new events are hashed. 0, of the first events, has the payload itself in place of its hash.</summary>
    public const int Newest = 1;

    /// <summary>SHA-256 over all fields, hex.</summary>
    /// <param name="row">The event; its own hash is not looked at.</param>
    /// <param name="form">How it was hashed.</param>
    public static string Of(EventRow row, int form) => Hex(string.Create(CultureInfo.InvariantCulture,
        $"{row.PreviousHash}\n{row.Stream}\n{row.Position}\n{row.Type}\n{row.Actor}\n{row.At}\n{row.CommandId}\n{(form == 0 ? row.Payload : "sha256:" + PayloadHash(row.Payload))}"));

    /// <summary>Whether the hash that stands in the row is the row's, in whichever form.</summary>
    public static bool Fits(EventRow row) => row.Hash == Of(row, Newest) || row.Hash == Of(row, 0);

    private static string PayloadHash(string payload) => Tombstone.HashOf(payload) ?? Hex(payload);

    /// <summary>What a payload leaves behind when it is taken away.</summary>
    public static string TombstoneOf(string payload) => Tombstone.HashOf(payload) is null ? Tombstone.Write(Hex(payload)) : payload;

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
