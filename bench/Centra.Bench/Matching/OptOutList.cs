using Centra.Matching;

namespace Centra.Bench.Matching;

/// <summary>
/// Opt-outs in memory, found by their tokens and decided about as the service does, with a size of the register that may be other than the
/// number of them.
/// </summary>
public sealed class OptOutList(MatchKeys keys)
{
    private const string Practice = "bench";

    private readonly Dictionary<Token, List<int>> holders = [];
    private readonly List<Comparators> optOuts = [];

    public int Count => optOuts.Count;

    public long Tokens { get; private set; }

    /// <summary>Adds an opt-out; false of an identity too thin.</summary>
    public bool Add(PersonIdentity identity)
    {
        var normal = Normaliser.Normalise(identity);
        var tokens = Tokeniser.Tokens(normal, Practice, keys);
        foreach (var token in tokens)
        {
            if (!holders.TryGetValue(token, out var list))
                holders.Add(token, list = []);
            list.Add(optOuts.Count);
        }

        Tokens += tokens.Length;
        optOuts.Add(Comparators.From(normal, Practice, keys));
        return !tokens.IsEmpty;
    }

    /// <summary>Opt-outs that share a token, with the pattern of agreement.</summary>
    public IEnumerable<(int OptOut, AgreementPattern Pattern)> Candidates(PersonIdentity identity)
    {
        var normal = Normaliser.Normalise(identity);
        var found = new HashSet<int>();
        foreach (var token in Tokeniser.Tokens(normal, Practice, keys))
            found.UnionWith(holders.GetValueOrDefault(token, []));
        if (found.Count == 0)
            yield break;
        var incoming = Comparators.From(normal, Practice, keys);
        foreach (var optOut in found)
            yield return (optOut, Comparison.Of(optOuts[optOut], incoming));
    }
}
