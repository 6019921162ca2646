namespace Centra.Synthetic;

/// <summary>
/// An endless population that does not exist, the same for the same seed: names, ages and households as frequent as in the United States,
/// so that namesakes, twins, fathers and sons of one name occur about as often as there.
/// </summary>
/// <param name="seed">Another seed, another population; their people share no social security number sequence.</param>
public sealed class PeopleGenerator(ulong seed)
{
    private readonly HouseholdGenerator households = new(seed);

    /// <summary>Households one after the other, made as they are asked for.</summary>
    public IEnumerable<Household> Households()
    {
        var people = 0;
        for (ulong number = 0; ; number++)
        {
            var household = households.Make(number, people);
            people += household.People.Length;
            yield return household;
        }
    }

    /// <summary>People one after the other, household by household.</summary>
    public IEnumerable<Person> People() => Households().SelectMany(household => household.People);
}
