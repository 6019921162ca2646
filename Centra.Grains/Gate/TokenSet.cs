using System.Collections.Immutable;
using System.Security.Cryptography;
using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>The tokens of one identity for every key epoch in force, packed sixteen bytes each.</summary>
/// <param name="Epochs">The epochs, lowest first.</param>
/// <param name="Packed">Their tokens, epoch after epoch.</param>
/// <param name="PerEpoch">How many tokens each epoch has.</param>
public sealed record TokenSet(ImmutableArray<int> Epochs, byte[] Packed, int PerEpoch)
{
    /// <summary>Whether nobody could be recognised by it.</summary>
    public bool IsEmpty => Packed.Length == 0;

    /// <summary>Makes the tokens of an identity.</summary>
    public static TokenSet Of(NormalIdentity identity, string practiceId, MatchKeys keys)
    {
        Span<Token> room = stackalloc Token[Tokeniser.MostTokens];
        var count = Tokeniser.Write(identity, practiceId, keys, room);
        var packed = new byte[count * Token.Size];
        for (var i = 0; i < count; i++)
            room[i].WriteTo(packed.AsSpan(i * Token.Size));
        return new TokenSet(keys.ActiveEpochs, packed, count / keys.ActiveEpochs.Length);
    }

    /// <summary>The tokens by epoch, as operations keep them.</summary>
    public IReadOnlyList<EpochTokens> ByEpoch() =>
        [.. Epochs.Select((epoch, at) => new EpochTokens(epoch, Packed.AsSpan(at * PerEpoch * Token.Size, PerEpoch * Token.Size).ToArray()))];

    /// <summary>The epochs as a patient's row keeps them.</summary>
    public string EpochText => string.Join(',', Epochs);

    /// <summary>One by one.</summary>
    public byte[][] Each() => [.. Packed.Chunk(Token.Size)];

    /// <summary>
    /// A digest by which the same identity is known again, whatever the order of tokens. From the first epoch's tokens always, so
    /// that it outlives re-keying; and from the comparators, since names that sound alike have the same tokens.
    /// </summary>
    public static byte[] Digest(NormalIdentity identity, string practiceId, MatchKeys keys) => SHA256.HashData([
        .. Tokeniser.Tokens(identity, practiceId, keys.Only(1)).Order().SelectMany(token => token.ToArray()),
        .. Comparators.From(identity, practiceId, keys).Encode()]);

    /// <summary>Says nothing: tokens stay out of logs.</summary>
    public override string ToString() => nameof(TokenSet);
}
