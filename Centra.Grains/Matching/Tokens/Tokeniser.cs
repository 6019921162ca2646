using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// Makes the blocking tokens of an identity: a token a rule whose fields are there, and more where a field has several values (two
/// family names, a former one, several patient ids).
/// </summary>
public static class Tokeniser
{
    /// <summary>Most tokens of one identity in one epoch: six pairs of names, seven names, eight patient ids.</summary>
    private const int MostOfEpoch = 96;

    /// <summary>Room that <see cref="Write"/> asks for.</summary>
    public const int MostTokens = 2 * MostOfEpoch;

    /// <summary>
    /// The distinct tokens in every active epoch, in an order that depends on nothing but the identity. Empty where no rule has its fields:
    /// such an identity is too thin to be opted out or screened by.
    /// </summary>
    /// <param name="identity">The person.</param>
    /// <param name="practiceId">The practice that the patient ids are of.</param>
    /// <param name="keys">The register's keys.</param>
    public static ImmutableArray<Token> Tokens(NormalIdentity identity, string practiceId, MatchKeys keys)
    {
        Span<Token> room = stackalloc Token[MostTokens];
        return [.. room[..Write(identity, practiceId, keys, room)]];
    }

    /// <summary>The same for the volume path, without an allocation of its own beyond sounds; answers how many.</summary>
    public static int Write(NormalIdentity identity, string practiceId, MatchKeys keys, Span<Token> destination) =>
        WriteOfRules(identity, practiceId, keys, BlockingRules.All.AsSpan(), destination);

    /// <summary>The tokens of some rules, for studying them.</summary>
    internal static int WriteOfRules(
        NormalIdentity identity, string practiceId, MatchKeys keys, ReadOnlySpan<BlockingRule> rules, Span<Token> destination)
    {
        Span<byte> blocks = stackalloc byte[IdentityFields.Most * Sha256Lanes.BlockBytes];
        var batch = new MacBatch(blocks);
        var fields = new IdentityFields(stackalloc sbyte[IdentityFields.Room]);
        fields.Read(identity, practiceId, ref batch);
        Span<UInt128> hashes = stackalloc UInt128[IdentityFields.Most];
        batch.Compute(keys.Fields, hashes);
        blocks.Clear();
        return TokensOf(fields, hashes, keys, rules, destination);
    }

    /// <summary>The token of the pair of a practice and its own patient id, in every active epoch.</summary>
    public static ImmutableArray<Token> PatientIdTokens(string practiceId, string patientId, MatchKeys keys)
    {
        var id = Normaliser.PatientId(patientId);
        return id.Length == 0 ? [] : Tokens(Normaliser.Normalise(new PersonIdentity { PatientIds = [id] }), practiceId, keys);
    }

    /// <summary>Re-keys a stored token of the epoch before without the identity.</summary>
    /// <param name="token">A token of epoch <paramref name="epoch"/> - 1.</param>
    /// <param name="keys">Keys that have the epoch's.</param>
    /// <param name="epoch">2 or later.</param>
    public static Token NextEpoch(Token token, MatchKeys keys, int epoch)
    {
        Span<Token> one = [token];
        Epochs.Advance(one, keys.Epoch(epoch));
        return one[0];
    }

    private static int TokensOf(
        IdentityFields fields, ReadOnlySpan<UInt128> hashes, MatchKeys keys, ReadOnlySpan<BlockingRule> rules, Span<Token> destination)
    {
        Span<byte> blocks = stackalloc byte[MostOfEpoch * Sha256Lanes.BlockBytes];
        var messages = new RuleMessages(blocks, hashes);
        foreach (var rule in rules)
            messages.Add(rule, fields);
        Span<UInt128> codes = stackalloc UInt128[MostOfEpoch];
        codes = codes[..messages.Count];
        keys.Rules.Compute(blocks[..(messages.Count * Sha256Lanes.BlockBytes)], codes);
        return Epochs.Write(Distinct(codes), keys, destination);
    }

    private static ReadOnlySpan<UInt128> Distinct(Span<UInt128> codes)
    {
        var kept = 0;
        foreach (var code in codes)
        {
            if (!codes[..kept].Contains(code))
                codes[kept++] = code;
        }

        return codes[..kept];
    }
}
