using System.Collections.Immutable;

namespace Centra.Synthetic;

/// <summary>Makes one household: who lives there, and how they are related by name, age and address.</summary>
internal sealed class HouseholdGenerator(ulong seed)
{
    private const int Now = 2025;

    /// <summary>The household of this number; its people are numbered from the given one.</summary>
    public Household Make(ulong number, int firstPerson)
    {
        var dice = Dice.Of(seed, number);
        var home = Residences.Pick(ref dice);
        var family = FamilyNames.Pick(ref dice);
        var people = new List<Person> { Adult(family, dice.Chance(0.5), Now - dice.Between(22, 92), home, ref dice) };
        if (dice.Chance(0.55))
            people.Add(Spouse(people[0], family, home, ref dice));
        if (people.Count == 2 || dice.Chance(0.25))
            AddChildren(people, family, home, ref dice);
        return new Household([.. people.Select((person, i) => Numbered(person, firstPerson + i))]);
    }

    private Person Numbered(Person person, int number)
    {
        var dice = Dice.Of(~seed, (ulong)number);
        return person with { Number = number, Ssn = dice.Chance(0.93) ? Numbers.Ssn(number, seed) : null };
    }

    private static Person Spouse(Person first, FamilyName family, Residence home, ref Dice dice)
    {
        var own = FamilyNames.Pick(ref dice);
        var year = first.BirthDate.Year + dice.Between(-6, 6);
        var takesName = dice.Chance(first.IsFemale ? 0.05 : 0.75);
        var spouse = Adult(takesName ? family : own, !first.IsFemale, year, home, ref dice);
        return takesName ? spouse with { FormerFamily = own.Text } : spouse;
    }

    private static void AddChildren(List<Person> people, FamilyName family, Residence home, ref Dice dice)
    {
        var parents = people.ToArray();
        var mother = parents.LastOrDefault(parent => parent.IsFemale) ?? parents[0];
        for (var count = dice.Below(4); count > 0; count--)
        {
            var year = mother.BirthDate.Year + dice.Between(19, 38);
            if (year > Now)
                continue;
            var child = Child(family, dice.Chance(0.5), Birthday(year, ref dice), parents, home, ref dice);
            AddOther(people, child, isNamesake: true);
            if (dice.Chance(0.016))
                AddOther(people, Child(family, dice.Chance(0.65) == child.IsFemale, child.BirthDate, [], home, ref dice),
                    isNamesake: false);
        }
    }

    /// <summary>Nobody gives two children one name; a child may be named for a parent.</summary>
    private static void AddOther(List<Person> people, Person child, bool isNamesake)
    {
        var alike = people.FindLastIndex(person => person.Given[0] == child.Given[0]);
        if (alike < 0 || (isNamesake && alike < 2 && people[alike].Given == child.Given))
            people.Add(child);
    }

    private static Person Child(FamilyName family, bool isFemale, DateOnly born, Person[] parents, Residence home, ref Dice dice)
    {
        var namesake = parents.FirstOrDefault(parent => parent.IsFemale == isFemale);
        var child = Made(family, isFemale, born, home, ref dice);
        return namesake is not null && dice.Chance(isFemale ? 0.01 : 0.06) ? child with { Given = namesake.Given } : child;
    }

    private static Person Adult(FamilyName family, bool isFemale, int year, Residence home, ref Dice dice) =>
        Made(family, isFemale, Birthday(year, ref dice), home, ref dice);

    private static Person Made(FamilyName family, bool isFemale, DateOnly born, Residence home, ref Dice dice)
    {
        ImmutableArray<string> given = [GivenNames.Pick(family, isFemale, born.Year, ref dice)];
        if (dice.Chance(0.7))
            given = given.Add(dice.Chance(0.4) ? $"{(char)('A' + dice.Below(26))}"
                : GivenNames.Pick(family, isFemale, born.Year, ref dice));
        return new Person(0, given, family.Text, null, born, isFemale, null, home.AddressLine, home.City, home.State, home.PostalCode,
            home.Phone);
    }

    private static DateOnly Birthday(int year, ref Dice dice) => new DateOnly(year, 1, 1).AddDays(dice.Below(365));
}
