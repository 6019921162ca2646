using Centra.Matching;

namespace Centra.Tests.Matching;

public class TokeniserTests
{
    [Fact]
    public void Tokens_OfOtherSpelling_AreTheSame()
    {
        var other = Sample.Person with
        {
            Given = ["MICHAËL  aaron"], Family = " Sample-Ton ", NationalId = "912345678", PostalCode = "66801-1234",
            AddressLine = "633 abernathy LANDING, Apt 2", Phone = "1 (555) 810 7203", PatientIds = [" MRN-1 "],
        };

        Sample.Tokens(other with { Family = "Sämpleton" }).ShouldBe(Sample.Tokens(Sample.Person));
    }

    [Fact]
    public void Tokens_OfExchangedNames_AreTheSame()
    {
        var exchanged = Sample.Person with { Given = ["Sampleton"], Family = "Michael" };

        Sample.Tokens(exchanged).ShouldBe(Sample.Tokens(Sample.Person with { Given = ["Michael"] }), ignoreOrder: true);
    }

    [Fact]
    public void Tokens_OfFullIdentity_AreDistinctAndOneARule()
    {
        var tokens = Sample.Tokens(Sample.Person);

        tokens.Distinct().Count().ShouldBe(tokens.Length);
        tokens.Length.ShouldBe(BlockingRules.All.Sum(rule => rule.Names == RuleNames.Any ? 2 : 1));
    }

    [Fact]
    public void BlockingRules_Always_HaveIdsOfTheirOwn() =>
        BlockingRules.All.Select(rule => rule.Id).Distinct().Count().ShouldBe(BlockingRules.All.Length);

    [Fact]
    public void Tokens_OfPatientIdInAnotherPractice_AreOthers()
    {
        var here = Tokeniser.PatientIdTokens("a", "bc", Sample.Keys);
        var there = Tokeniser.PatientIdTokens("ab", "c", Sample.Keys);

        here.ShouldHaveSingleItem();
        here.ShouldNotBe(there);
    }

    [Fact]
    public void PatientIdTokens_Always_AreAmongThePersons() =>
        Sample.Tokens(Sample.Person).ShouldContain(Tokeniser.PatientIdTokens(Sample.Practice, "MRN-1", Sample.Keys)[0]);

    [Fact]
    public void PatientIdTokens_OfPlaceholder_AreNone() =>
        Tokeniser.PatientIdTokens(Sample.Practice, "unknown", Sample.Keys).ShouldBeEmpty();

    [Fact]
    public void Tokens_OfThinIdentity_AreNone()
    {
        Sample.Tokens(new PersonIdentity { Given = ["Michael"], Family = "Sampleton" }).ShouldBeEmpty();
        Sample.Tokens(new PersonIdentity { BirthDate = Sample.Date("1956-04-09") }).ShouldBeEmpty();
        Sample.Tokens(new PersonIdentity { NationalId = "XXX-XX-5678" }).ShouldBeEmpty();
    }

    [Fact]
    public void IsSufficient_NeedsAnIdOrNameAndBirthDate()
    {
        Normaliser.Normalise(new PersonIdentity { PatientIds = ["1"] }).IsSufficient.ShouldBeTrue();
        Normaliser.Normalise(Sample.WithoutIds).IsSufficient.ShouldBeTrue();
        Normaliser.Normalise(Sample.WithoutIds with { BirthDate = null }).IsSufficient.ShouldBeFalse();
        Normaliser.Normalise(Sample.WithoutIds with { Given = ["M"] }).IsSufficient.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Юлия", "Ёлкина")]
    [InlineData("Ἀλέξανδρος", "Παπαδόπουλος")]
    [InlineData("محمد", "الإدريسي")]
    [InlineData("伟", "王")]
    [InlineData("지훈", "김")]
    [InlineData("प्रिया", "शर्मा")]
    public void Person_WrittenInAnyScript_IsFound(string given, string family)
    {
        var person = new PersonIdentity { Given = [given], Family = family, BirthDate = Sample.Date("1960-05-06"), PostalCode = "98101" };
        var again = person with { PostalCode = null, Phone = "2065550100" };

        Sample.Tokens(again).Intersect(Sample.Tokens(person)).ShouldNotBeEmpty();
        Sample.Decide(person, again).Outcome.ShouldBe(MatchOutcome.Suppressed);
        Sample.Decide(person, person with { Given = ["Julia"], Family = "Elkina" }).Outcome.ShouldNotBe(MatchOutcome.Suppressed);
    }

    [Fact]
    public void Shard_OfToken_IsItsTopBits()
    {
        var token = new Token(((UInt128)0xF000000000000000UL << 64) | 5);

        (token.Shard(4), token.Shard(1), token.Shard(0), token.Fingerprint).ShouldBe((15, 1, 0, 5UL));
        Token.Read(token.ToArray()).ShouldBe(token);
    }
}
