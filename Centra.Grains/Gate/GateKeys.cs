using System.Collections.Immutable;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>The matching keys for the epochs in force, which change with an operation of the register.</summary>
public sealed class GateKeys(KeyRingSource source)
{
    private readonly Lock _gate = new();
    private volatile MatchKeys _current = MatchKeys.Create(source.Ring.Register, source.Ring.Epochs, [1]);

    /// <summary>The keys for the epochs that were last seen in force.</summary>
    public MatchKeys Current => _current;

    /// <summary>
    /// The keys for these epochs. From now on they are <see cref="Current"/>, unless later ones are: who read the head long ago must not
    /// have others make tokens that are no longer asked for.
    /// </summary>
    /// <exception cref="KeyStoreException">The key ring lacks the key of an epoch.</exception>
    public MatchKeys Use(ImmutableArray<int> epochs)
    {
        lock (_gate)
        {
            if (_current.ActiveEpochs.SequenceEqual(epochs))
                return _current;
            var keys = MatchKeys.Create(source.Ring.Register, source.WithEpoch(epochs[^1]).Epochs, epochs);
            if (Order(epochs) > Order(_current.ActiveEpochs))
                _current = keys;
            return keys;
        }
    }

    /// <summary>
    /// The same for the epochs of a head, after comparing what the keys give with what the register keeps of it: with another key under the
    /// number of an epoch this process would recognise nobody.
    /// </summary>
    /// <exception cref="KeyStoreException">The key ring lacks the key of an epoch, or has another one.</exception>
    public async Task<MatchKeys> FollowAsync(DbSession session, RegisterHead head)
    {
        if (!_current.ActiveEpochs.SequenceEqual(head.Epochs))
            await CheckAsync(session, MatchKeys.Create(source.Ring.Register, source.WithEpoch(head.Epochs[^1]).Epochs, head.Epochs));
        return Use(head.Epochs);
    }

    /// <summary>Looks which epochs are in force.</summary>
    public Task<MatchKeys> RefreshAsync(Vault vault) => vault.Database.ReadAsync(async session => await FollowAsync(session, await RegisterHead.ReadAsync(session)));

    /// <summary>Tokens of one epoch as they are in a later one, packed sixteen bytes each.</summary>
    public byte[][] Carry(ReadOnlySpan<byte> packed, int from, int to)
    {
        var keys = MatchKeys.Create(source.Ring.Register, source.WithEpoch(to).Epochs, [to]);
        var tokens = new byte[packed.Length / Token.Size][];
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = Token.Read(packed.Slice(at * Token.Size, Token.Size));
            for (var epoch = from + 1; epoch <= to; epoch++)
                token = Tokeniser.NextEpoch(token, keys, epoch);
            tokens[at] = token.ToArray();
        }
        return tokens;
    }

    private static async Task CheckAsync(DbSession session, MatchKeys keys)
    {
        foreach (var epoch in keys.ActiveEpochs)
        {
            if (await RegisterFacts.FindAsync(session, RegisterFacts.Golden(epoch)) is { } kept && !kept.AsSpan().SequenceEqual(GoldenTokens.Compute(keys, epoch)))
                throw new KeyStoreException($"The key of epoch {epoch} is not the one that the register knows. Put that one into the key ring and start again.");
        }
    }

    // 1, then 1 and 2, then 2, then 2 and 3: first and last together grow with every step.
    private static int Order(ImmutableArray<int> epochs) => epochs[0] + epochs[^1];
}
