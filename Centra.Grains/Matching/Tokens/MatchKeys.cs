using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Matching;

/// <summary>
/// The keys under which identities are tokenised and compared. Each use has its own key, derived from the register key by HKDF-SHA256.
/// The token of epoch 1 is made under the register key; that of a later epoch is a keyed hash, under that epoch's key, of the token of
/// the epoch before, so that a stored token is re-keyed without the identity. Comparators do not change with the epoch: they are
/// encrypted, and that key is changed by encrypting anew.
/// </summary>
public sealed class MatchKeys
{
    /// <summary>Bytes of a register key and of an epoch key.</summary>
    public const int KeyBytes = 32;

    private readonly ImmutableArray<HmacLanes> epochs;

    private MatchKeys(MatchKeys keys, int epoch)
    {
        (epochs, Fields, Rules, Comparing) = (keys.epochs, keys.Fields, keys.Rules, keys.Comparing);
        ActiveEpochs = [epoch];
    }

    private MatchKeys(ReadOnlySpan<byte> registerKey, ImmutableArray<HmacLanes> epochs, ImmutableArray<int> active)
    {
        this.epochs = epochs;
        ActiveEpochs = active;
        Fields = new HmacLanes(SubKey(registerKey, "centra/matching/1/fields"));
        Rules = new HmacLanes(SubKey(registerKey, "centra/matching/1/rules"));
        Comparing = new HmacLanes(SubKey(registerKey, "centra/matching/1/comparators"));
    }

    /// <summary>The epochs that every tokenising gives tokens for, ascending: one, or two from the start of re-keying to its end.</summary>
    public ImmutableArray<int> ActiveEpochs { get; }

    /// <summary>The newest epoch there is a key for.</summary>
    public int LatestEpoch => epochs.Length + 1;

    internal HmacLanes Fields { get; }

    internal HmacLanes Rules { get; }

    internal HmacLanes Comparing { get; }

    /// <summary>Keys of a register that was never re-keyed.</summary>
    /// <param name="registerKey">32 bytes.</param>
    public static MatchKeys Create(ReadOnlySpan<byte> registerKey) => Create(registerKey, [], [1]);

    /// <summary>Keys of a register with later epochs.</summary>
    /// <param name="registerKey">32 bytes: epoch 1.</param>
    /// <param name="laterEpochKeys">32 bytes each: epochs 2, 3 and so on.</param>
    /// <param name="activeEpochs">One epoch, or two neighbours, ascending.</param>
    /// <exception cref="ArgumentException">A key of another length, or epochs without keys: a fault in the wiring.</exception>
    public static MatchKeys Create(
        ReadOnlySpan<byte> registerKey, IReadOnlyList<byte[]> laterEpochKeys, ImmutableArray<int> activeEpochs)
    {
        if (registerKey.Length != KeyBytes)
            throw new ArgumentException("A register key has 32 bytes.", nameof(registerKey));
        var epochs = laterEpochKeys.Select(key => new HmacLanes(SubKey(key, "centra/matching/1/epoch"))).ToImmutableArray();
        if (!AreActive(activeEpochs, epochs.Length + 1))
            throw new ArgumentException("Active are one epoch or two neighbours that there are keys for.", nameof(activeEpochs));
        return new MatchKeys(registerKey, epochs, activeEpochs);
    }

    /// <summary>The same keys with one active epoch.</summary>
    public MatchKeys Only(int epoch) =>
        epoch >= 1 && epoch <= LatestEpoch ? new MatchKeys(this, epoch) : throw new ArgumentOutOfRangeException(nameof(epoch));

    /// <summary>Says only what it is.</summary>
    public override string ToString() => nameof(MatchKeys);

    internal HmacLanes Epoch(int epoch) => epochs[epoch - 2];

    private static bool AreActive(ImmutableArray<int> active, int latest) =>
        active.Length is 1 or 2 && active[0] >= 1 && active[^1] <= latest && active[^1] == active[0] + active.Length - 1;

    private static byte[] SubKey(ReadOnlySpan<byte> key, string use)
    {
        if (key.Length != KeyBytes)
            throw new ArgumentException("An epoch key has 32 bytes.", nameof(key));
        var derived = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt: [], Encoding.ASCII.GetBytes(use));
        return derived;
    }
}
