namespace Centra.Synthetic;

/// <summary>How many resources of each clinical type make a record of a given size.</summary>
internal static class ClinicalPlan
{
    private static readonly (string Type, int Share)[] Shares =
    [
        ("Encounter", 15), ("Condition", 8), ("Observation", 39), ("MedicationRequest", 15), ("Procedure", 10), ("DocumentReference", 6),
        ("Immunization", 4), ("AllergyIntolerance", 3),
    ];

    /// <summary>The types in the order in which they are written: an encounter and the diagnosis first, because the rest refers to them;
    /// then each type as often as its share asks.</summary>
    public static IEnumerable<string> For(int resources)
    {
        var written = Shares.ToDictionary(share => share.Type, _ => 0);
        for (var number = 0; number < resources; number++)
        {
            var next = number < 2 ? Shares[number].Type : Shares.MinBy(share => (written[share.Type] + 1.0) / share.Share).Type;
            written[next]++;
            yield return next;
        }
    }
}
