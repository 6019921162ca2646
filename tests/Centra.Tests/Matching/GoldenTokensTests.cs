using System.Security.Cryptography;
using Centra.Matching;

namespace Centra.Tests.Matching;

public class GoldenTokensTests
{
    private const string OfTestKey = "83BCD10052C1402EBD7D6A5B1897ABB71F4E0CFCACF909EA12F305130CDB6F5A";

    [Fact]
    public void Compute_OfTestKey_IsAsPinned() =>
        Convert.ToHexString(SHA256.HashData(GoldenTokens.Compute(Sample.Keys)))
            .ShouldBe(OfTestKey, "raise BlockingRules.Version if this change is meant");

    [Fact]
    public void Compute_OfAnotherKeyOrEpoch_IsAnother()
    {
        var keys = MatchKeys.Create(new byte[32], [new byte[32]], [1, 2]);

        GoldenTokens.Compute(keys).ShouldNotBe(GoldenTokens.Compute(Sample.Keys));
        GoldenTokens.Compute(keys, 2).ShouldNotBe(GoldenTokens.Compute(keys));
        GoldenTokens.Compute(keys).ShouldBe(GoldenTokens.Compute(MatchKeys.Create(new byte[32])));
    }

    [Fact]
    public void GoldenPeople_Together_UseEveryRule()
    {
        Span<Token> room = stackalloc Token[Tokeniser.MostTokens];
        foreach (var rule in BlockingRules.All)
        {
            var used = 0;
            foreach (var person in GoldenPeople.All)
                used += Tokeniser.WriteOfRules(Normaliser.Normalise(person), "golden", Sample.Keys, [rule], room);
            used.ShouldBeGreaterThan(0, $"rule {rule.Id}");
        }
    }
}
