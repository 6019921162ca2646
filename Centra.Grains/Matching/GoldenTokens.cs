using System.Security.Cryptography;

namespace Centra.Matching;

/// <summary>
/// Tokens and comparators of fixed made-up people, condensed. The register stores them when it is created; every process computes them
/// anew at start and refuses on any difference, for a wrong key, a changed normaliser, or globalisation data that folds letters
/// differently would silently permit everybody.
/// </summary>
public static class GoldenTokens
{
    private const string Practice = "golden";

    /// <summary>
    /// The version of the rules, then sixteen bytes a person: whole SHA-256 values, cut. Compare with
    /// <see cref="CryptographicOperations.FixedTimeEquals"/> or as sequences; safe to store beside the register.
    /// </summary>
    /// <param name="keys">The register's keys.</param>
    /// <param name="epoch">The epoch that is to be checked: golden values are stored per epoch.</param>
    public static byte[] Compute(MatchKeys keys, int epoch = 1)
    {
        var only = keys.Only(epoch);
        return [BlockingRules.Version, .. GoldenPeople.All.SelectMany(person => Of(Normaliser.Normalise(person), only))];
    }

    private static byte[] Of(NormalIdentity person, MatchKeys keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var token in Tokeniser.Tokens(person, Practice, keys))
            hash.AppendData(token.ToArray());
        hash.AppendData(Comparators.From(person, Practice, keys).Encode());
        return hash.GetHashAndReset()[..16];
    }
}
