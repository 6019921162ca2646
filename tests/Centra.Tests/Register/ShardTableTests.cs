using Centra.Register;

namespace Centra.Tests.Register;

public class ShardTableTests
{
    [Theory]
    [InlineData(1, 200, 40)]
    [InlineData(2, 20_000, 3_000)]
    [InlineData(3, 60_000, 1_000_000)]
    public void Table_OfRandomPairs_BehavesAsASet(int seed, int adds, int tokens)
    {
        var random = new Random(seed);
        var (table, set) = (new ShardTable(seed * 10), new HashSet<(ulong, uint)>());
        for (var add = 0; add < adds; add++)
        {
            var (token, ordinal) = (Token(random.Next(tokens)), (uint)random.Next(1, 50));
            table.Add(token, ordinal);
            set.Add(((ulong)token.Value, ordinal));
        }

        table.Count.ShouldBe(set.Count);
        var expected = set.ToLookup(pair => pair.Item1, pair => (long)pair.Item2);
        for (var look = 0; look < 5_000; look++)
        {
            var token = Token(random.Next(tokens * 2));
            Find(table, token).Order().ShouldBe(expected[(ulong)token.Value].Order());
        }
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 5_003)]
    public void ManyTokens_AreFoundAsEachAlone(int seed, int sought)
    {
        var random = new Random(seed);
        var table = new ShardTable();
        for (var add = 0u; add < 5_000; add++)
            table.Add(Token(random.Next(10_000)), add);
        var tokens = Enumerable.Range(0, sought).Select(_ => Token(random.Next(10_000))).ToList();

        var hits = new List<ShardHit>();
        table.FindAll([.. tokens.SelectMany(token => token.ToArray())], hits);

        hits.ShouldBe(tokens.SelectMany((token, at) => Find(table, token).Select(ordinal => new ShardHit(at, ordinal))));
    }

    [Fact]
    public void Table_ThatGrows_TakesLessThanSixteenBytesAToken()
    {
        var table = new ShardTable();
        for (var number = 0; number < 300_000; number++)
        {
            table.Add(Token(number), 1);
            if (number > 100_000)
                ((double)table.Bytes / table.Count).ShouldBeLessThan(16);
        }
    }

    [Fact]
    public void Token_WhoseFingerprintIsZero_IsFound()
    {
        var table = new ShardTable();
        table.Add(new Key128((UInt128)5 << 64), 7);

        Find(table, new Key128((UInt128)5 << 64)).ShouldBe([7]);
    }

    [Fact]
    public void Tokens_ThatCrowdOneSlot_AreAllFound()
    {
        var table = new ShardTable();
        for (var at = 0u; at < 900; at++)
            table.Add(new Key128(ulong.MaxValue - at), at + 1);

        for (var at = 0u; at < 900; at++)
            Find(table, new Key128(ulong.MaxValue - at)).ShouldBe([at + 1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(8)]
    public void Layout_EveryToken_LiesInTheRangeOfItsShard(int bits)
    {
        var (layout, random) = (new ShardLayout(bits), new Random(bits));
        for (var at = 0; at < 1_000; at++)
        {
            var token = new Key128(new UInt128((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64()));
            var shard = layout.ShardOf(token);
            var (from, to) = layout.Range(shard);
            token.CompareTo(Key128.From(from)).ShouldBeGreaterThanOrEqualTo(0);
            if (to is not null)
                token.CompareTo(Key128.From(to)).ShouldBeLessThan(0);
            ShardLayout.NumberOf(ShardLayout.KeyOf(shard)).ShouldBe(shard);
        }
    }

    // Spread over the whole range, as keyed hashes are.
    private static Key128 Token(int number) => new(new UInt128((ulong)number * 0x9E3779B97F4A7C15, (ulong)number * 0xD1B54A32D192ED03));

    private static List<long> Find(ShardTable table, Key128 token)
    {
        var hits = new List<ShardHit>();
        table.Find(token, 3, hits);
        hits.ShouldAllBe(hit => hit.Token == 3);
        return [.. hits.Select(hit => hit.Ordinal)];
    }
}
