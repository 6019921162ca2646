using Centra.Synthetic;

namespace Centra.Tests.Synthetic;

public class PeopleGeneratorTests
{
    private static readonly List<Person> People = [.. new PeopleGenerator(1).People().Take(100_000)];

    [Fact]
    public void People_OfOneSeed_AreTheSame() =>
        new PeopleGenerator(1).People().Take(1_000).Select(Text).ShouldBe(People.Take(1_000).Select(Text));

    [Fact]
    public void People_OfAnotherSeed_AreOthers() =>
        new PeopleGenerator(2).People().Take(10).Select(Text).ShouldNotBe(People.Take(10).Select(Text));

    [Fact]
    public void People_HaveNumbersInOrder() => People.Select(person => person.Number).ShouldBe(Enumerable.Range(0, People.Count));

    [Fact]
    public void SocialSecurityNumbers_AreOfNobodyAndUnique()
    {
        var numbers = People.Select(person => person.Ssn).OfType<string>().ToList();

        numbers.ShouldAllBe(number => number.Length == 9 && number[0] == '9');
        numbers.ShouldBeUnique();
        numbers.Count.ShouldBeInRange(90_000, 96_000);
    }

    [Fact]
    public void FamilyNames_AreAsFrequentAsInTheCensus()
    {
        var counts = People.CountBy(person => person.Family).ToDictionary();
        var namesakes = counts.Values.Sum(count => (double)count * count) / People.Count / People.Count;

        counts["Smith"].ShouldBeInRange(600, 1_100);
        counts["Garcia"].ShouldBeInRange(250, 550);
        namesakes.ShouldBeInRange(0.0004, 0.0008);
        counts.Count.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void GivenNames_FollowTheDecade()
    {
        Share("Linda", 1945).ShouldBeGreaterThan(4 * Share("Linda", 1985));
        Share("Jessica", 1985).ShouldBeGreaterThan(4 * Share("Jessica", 1945));
    }

    [Fact]
    public void Households_HaveTwinsAndChildrenNamedForAParent()
    {
        var households = new PeopleGenerator(1).Households().Take(20_000).ToList();

        households.Count(HasTwins).ShouldBeInRange(100, 800);
        households.Count(HasNamesake).ShouldBeInRange(100, 1_000);
        households.Count(household => household.People.Length == 1).ShouldBeInRange(3_000, 12_000);
        households.ShouldAllBe(household => household.People.All(person => person.AddressLine == household.People[0].AddressLine));
    }

    [Fact]
    public void BirthDates_AreOfLivingPeople() =>
        People.ShouldAllBe(person => person.BirthDate.Year >= 1925 && person.BirthDate.Year <= 2025);

    private static bool HasTwins(Household household) =>
        household.People.DistinctBy(person => person.BirthDate).Count() < household.People.Length;

    private static bool HasNamesake(Household household) =>
        household.People.DistinctBy(person => (person.Given[0], person.Family)).Count() < household.People.Length;

    private static double Share(string given, int year)
    {
        var born = People.Where(person => person.IsFemale && Math.Abs(person.BirthDate.Year - year) < 8).ToList();
        return (1.0 + born.Count(person => person.Given[0] == given)) / born.Count;
    }

    private static string Text(Person person) =>
        $"{person} {string.Join(' ', person.Given)}".Replace("ImmutableArray`1[System.String]", "", StringComparison.Ordinal);
}
