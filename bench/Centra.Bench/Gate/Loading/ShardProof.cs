using System.Runtime.InteropServices;
using Centra.Bench.Gate.Lookups;
using Centra.Register;

namespace Centra.Bench.Gate.Loading;

/// <summary>Whether each shard by itself knows the tokens that are its own and no others.</summary>
internal static class ShardProof
{
    private const int Asked = 20_000;

    /// <summary>Asks each shard for some thousand tokens of its own, from all over it, and as many of nobody; throws where an answer is wrong.</summary>
    /// <returns>How many tokens were asked for.</returns>
    public static async Task<long> AskAsync(GateService service, SyntheticTokens tokens)
    {
        var layout = service.Get<ShardLayout>();
        for (var shard = 0; shard < layout.Count; shard++)
        {
            var numbers = Numbers(tokens, layout, shard);
            var packed = new byte[numbers.Count * Key128.Size];
            for (var at = 0; at < numbers.Count; at++)
                tokens[numbers[at]].CopyTo(packed.AsSpan(at * Key128.Size));
            var answer = await service.Grains.GetGrain<IRegisterShardGrain>(ShardLayout.KeyOf(shard)).Probe(new ShardQuestion(0, ImmutableCollectionsMarshal.AsImmutableArray(packed)));
            var expected = numbers.Select((number, at) => (number, at)).Where(one => one.number < tokens.Count).Select(one => new ShardHit(one.at, SyntheticTokens.OrdinalOf(one.number)));
            if (answer.IsRefused || !answer.Value.Hits.SequenceEqual(expected))
                throw new InvalidOperationException($"Shard {shard} answers wrong.");
        }
        return (long)layout.Count * 2 * Asked;
    }

    private static List<long> Numbers(SyntheticTokens tokens, ShardLayout layout, int shard)
    {
        var step = Math.Max(1, tokens.Count / layout.Count / Asked);
        var own = Enumerable.Range(0, Asked).Select(at => shard + at * step * layout.Count).Where(number => number < tokens.Count);
        var foreign = Enumerable.Range(0, Asked).Select(at => (tokens.Count / layout.Count + 1 + at) * layout.Count + shard);
        return [.. own, .. foreign];
    }
}
