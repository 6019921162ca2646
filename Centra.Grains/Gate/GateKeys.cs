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

    // 1, then 1 and 2, then 2, then 2 and 3: first and last together grow with every step.
    private static int Order(ImmutableArray<int> epochs) => epochs[0] + epochs[^1];
}
