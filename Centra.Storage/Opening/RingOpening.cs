using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// Loads the key ring, and makes one for a register that is empty. The register keeps check values of its keys: with a wrong key nobody
/// would be recognised and everybody let in, so any difference refuses the start.
/// </summary>
internal static class RingOpening
{
    public static async Task<KeyRingSource> OpenAsync(IDatabase vault, IKeyStore store)
    {
        var checks = await vault.ReadAsync(session => RegisterFacts.FindAsync(session, RegisterFacts.KeyChecks));
        var ring = store.Load();
        if (ring is null)
        {
            if (checks is not null)
                throw new KeyStoreException("The keys of this register are missing. Restore them; new ones would let in everybody who opted out.");
            ring = store.Create(KeyRingFormat.Generate());
        }
        var mine = ChecksOf(ring);
        var kept = await vault.WriteAsync(Fence.None, session => RegisterFacts.KeepAsync(session, RegisterFacts.KeyChecks, mine));
        return kept.AsSpan().SequenceEqual(mine) ? new KeyRingSource(ring, store) : throw new KeyStoreException("These are not the keys that this register was made with.");
    }

    // One way: a check value says whether a key is the same, and nothing else of it. Later epochs and wrapping keys may be added.
    private static byte[] ChecksOf(KeyRing ring) =>
        [.. new[] { ring.Register, ring.Comparators, ring.Ids, ring.Journal }.SelectMany(key => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("centra key check")))];
}
