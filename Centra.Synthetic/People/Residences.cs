namespace Centra.Synthetic;

/// <summary>Where a household lives, and its telephone.</summary>
internal sealed record Residence(string AddressLine, string City, string State, string PostalCode, string? Phone);

/// <summary>
/// Made-up residences. As in the United States, a hundred cities hold much of the population, the rest is spread over some thirty thousand
/// postal codes, and a few dozen street names are everywhere.
/// </summary>
internal static class Residences
{
    private static readonly string[] CommonStreets =
    [
        "Main", "2nd", "3rd", "1st", "Oak", "4th", "Park", "5th", "Maple", "Pine", "Cedar", "6th", "Elm", "View", "Washington", "7th",
        "Lake", "8th", "Hill", "Walnut", "9th", "Spring", "North", "Ridge", "Church", "Lincoln", "Willow", "Mill", "Sunset", "Jackson",
        "River", "Highland", "Forest", "Center", "Johnson", "Cherry", "College", "Meadow", "Chestnut", "Franklin", "Jefferson", "Adams",
        "Madison", "Hickory", "Valley", "Dogwood", "Green", "Sycamore",
    ];

    private static readonly string[] Types = ["St", "Ave", "Rd", "Dr", "Ln", "Ct", "Pl", "Blvd", "Cir", "Way"];

    private static readonly (string State, int FirstArea, int LastArea, int Share)[] States =
    [
        ("CA", 900, 961, 119), ("TX", 750, 799, 87), ("FL", 320, 349, 65), ("NY", 100, 149, 60), ("PA", 150, 196, 39),
        ("IL", 600, 629, 38), ("OH", 430, 458, 36), ("GA", 300, 319, 32), ("NC", 270, 289, 32), ("MI", 480, 499, 30), ("NJ", 70, 89, 28),
        ("VA", 220, 246, 26), ("WA", 980, 994, 23), ("AZ", 850, 865, 22), ("TN", 370, 385, 21), ("MA", 10, 27, 21), ("IN", 460, 479, 20),
        ("MO", 630, 658, 19), ("MD", 206, 219, 18), ("WI", 530, 549, 18), ("CO", 800, 816, 17), ("MN", 550, 567, 17),
        ("SC", 290, 299, 16), ("AL", 350, 369, 15), ("LA", 700, 714, 14), ("KY", 400, 427, 13), ("OR", 970, 979, 13),
        ("OK", 730, 749, 12), ("KS", 660, 679, 9),
    ];

    private static readonly WeightedList<(string State, int FirstArea, int LastArea, int Share)> Weighted =
        new(States.Select(state => (state, (double)state.Share)));

    public static Residence Pick(ref Dice dice)
    {
        var state = Weighted.Pick(ref dice);
        var area = dice.Between(state.FirstArea, state.LastArea);
        var code = area * 100 + (int)(100 * Math.Pow(dice.Unit(), 1.6));
        return new Residence(
            $"{Number(ref dice)} {Street(ref dice)} {dice.Pick(Types)}", $"{SyllableNames.Family(area)} City", state.State, $"{code:D5}",
                Phone(ref dice));
    }

    /// <summary>
    /// Exchange 555, which no subscriber has; of its lines only a hundred are fictional by rule, too few for a population.
    /// </summary>
    public static string? Phone(ref Dice dice) =>
        dice.Chance(0.94) ? $"{dice.Between(2, 9)}{dice.Between(0, 99):D2}555{dice.Below(10_000):D4}" : null;

    private static int Number(ref Dice dice) => (int)Math.Pow(10, 1 + 3 * Math.Sqrt(dice.Unit()));

    private static string Street(ref Dice dice) =>
        dice.Chance(0.2) ? CommonStreets[(int)(CommonStreets.Length * Math.Pow(dice.Unit(), 1.7))]
            : SyllableNames.Family((int)Math.Pow(40_000, dice.Unit()));
}
