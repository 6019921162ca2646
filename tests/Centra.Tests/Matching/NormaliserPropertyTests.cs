using Centra.Matching;
using Centra.Synthetic;
using Centra.Bench.Matching;

namespace Centra.Tests.Matching;

public class NormaliserPropertyTests
{
    [Fact]
    public void Normalise_OfRandomText_IsIdempotent()
    {
        var dice = new Dice(1);
        for (var i = 0; i < 30_000; i++)
            ShouldBeItsOwnNormalForm(Any(ref dice), i);
    }

    [Fact]
    public void Normalise_OfMadeUpPeople_IsIdempotent()
    {
        var corruptor = new Corruptor(2);
        foreach (var person in new PeopleGenerator(3).People().Take(20_000))
            ShouldBeItsOwnNormalForm(Identities.Of(corruptor.Corrupt(person)), person.Number);
    }

    [Fact]
    public void Everything_OfRandomText_IsTokenisedAndComparedWithoutFault()
    {
        var dice = new Dice(4);
        for (var i = 0; i < 3_000; i++)
        {
            var hashed = Sample.Hashed(Any(ref dice));
            hashed.Encode().Length.ShouldBeLessThanOrEqualTo(Comparators.LongestEncoding);
            Sample.Tokens(Any(ref dice)).Distinct().Count().ShouldBeLessThanOrEqualTo(Tokeniser.MostTokens);
        }
    }

    private static void ShouldBeItsOwnNormalForm(PersonIdentity identity, int number)
    {
        var once = Normaliser.Normalise(identity);
        var twice = Normaliser.Normalise(once.AsIdentity());
        twice.Equals(once).ShouldBeTrue($"case {number}");
    }

    private static PersonIdentity Any(ref Dice dice) => new()
    {
        Given = [RandomText.Of(ref dice, 30), RandomText.Of(ref dice, 60)],
        Family = RandomText.Of(ref dice, dice.Chance(0.01) ? 2000 : 40),
        FormerFamily = [RandomText.Of(ref dice, 20), RandomText.Of(ref dice, 20)],
        BirthDate = Sample.Date($"{dice.Between(1850, 2120)}-0{dice.Between(1, 9)}"),
        Sex = (AdministrativeSex)dice.Below(4),
        NationalId = RandomText.Of(ref dice, 14),
        PostalCode = RandomText.Of(ref dice, 12),
        AddressLine = dice.Chance(0.5) ? $"{dice.Below(1000)}{(dice.Chance(0.3) ? "-" : " ")}{RandomText.Of(ref dice, 30)}"
            : RandomText.Of(ref dice, 80),
        Phone = RandomText.Of(ref dice, 16),
        PatientIds = [RandomText.Of(ref dice, 12), RandomText.Of(ref dice, 200)],
    };
}
