using System.Collections.Immutable;

namespace Centra.Storage;

/// <summary>
/// The secrets of one installation. All of them together read everything, so they live apart from the data: in a file or in an
/// environment variable, behind <see cref="IKeyStore"/>.
/// </summary>
/// <param name="Register">32 bytes: what tokens and comparators are hashed under. Losing it makes the register useless.</param>
/// <param name="Epochs">32 bytes for each later epoch of tokens, in order; empty before the first re-keying.</param>
/// <param name="Comparators">32 bytes: what an opt-out's comparators are encrypted under.</param>
/// <param name="Ids">32 bytes: what practices' own ids are hashed under.</param>
/// <param name="Wrapping">Key-encryption keys by name, 32 bytes each; the last one wraps new keys.</param>
/// <param name="Journal">32 bytes: what journal lines are encrypted under.</param>
/// <param name="Receipts">ECDSA P-256 private key in PKCS #8: signs receipts.</param>
/// <param name="Sessions">32 bytes: protects sign-in tokens and cookies.</param>
public sealed record KeyRing(
    byte[] Register,
    ImmutableArray<byte[]> Epochs,
    byte[] Comparators,
    byte[] Ids,
    ImmutableArray<NamedKey> Wrapping,
    byte[] Journal,
    byte[] Receipts,
    byte[] Sessions)
{
    /// <summary>Says nothing: keys stay out of logs.</summary>
    public override string ToString() => nameof(KeyRing);
}

/// <summary>A key and the name that rows remember it by.</summary>
public sealed record NamedKey(string Name, byte[] Key)
{
    /// <summary>Only the name.</summary>
    public override string ToString() => Name;
}
