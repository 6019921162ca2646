using Centra.Bench.Matching;
using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Tests.Matching;

public class MatchKeysTests
{
    private static readonly byte[] Register = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[][] Later = [[.. Enumerable.Repeat((byte)2, 32)], [.. Enumerable.Repeat((byte)3, 32)]];

    [Fact]
    public void NextEpoch_OfStoredTokens_GivesTheTokensOfTheNextEpoch()
    {
        var first = MatchKeys.Create(Register);
        var both = MatchKeys.Create(Register, Later, [1, 2]);
        foreach (var person in new PeopleGenerator(9).People().Take(500))
        {
            var stored = Sample.Tokens(Identities.Of(person), first);
            var rekeyed = stored.Select(token => Tokeniser.NextEpoch(token, both, 2));

            Sample.Tokens(Identities.Of(person), both).ShouldBe(stored.Concat(rekeyed));
        }
    }

    [Fact]
    public void NextEpoch_Twice_GivesTheThirdEpoch()
    {
        var third = MatchKeys.Create(Register, Later, [3]);
        var chained = Sample.Tokens(Sample.Person, MatchKeys.Create(Register))
            .Select(token => Tokeniser.NextEpoch(Tokeniser.NextEpoch(token, third, 2), third, 3));

        Sample.Tokens(Sample.Person, third).ShouldBe(chained);
    }

    [Fact]
    public void Tokens_OfAnotherKey_AreOthers() =>
        Sample.Tokens(Sample.Person, MatchKeys.Create(Register))
            .ShouldNotContain(token => Sample.Tokens(Sample.Person, null).Contains(token));

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 4 })]
    [InlineData(new[] { 1, 3 })]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 1, 2, 3 })]
    public void Create_WithEpochsThereAreNoKeysFor_IsABug(int[] active) =>
        Should.Throw<ArgumentException>(() => MatchKeys.Create(Register, Later, [.. active]));

    [Fact]
    public void Create_WithKeyOfAnotherLength_IsABug()
    {
        Should.Throw<ArgumentException>(() => MatchKeys.Create(new byte[31]));
        Should.Throw<ArgumentException>(() => MatchKeys.Create(Register, [new byte[16]], [1]));
    }
}
