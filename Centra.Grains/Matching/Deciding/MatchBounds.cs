using static Centra.Matching.AgreementLevel;
using static Centra.Matching.MatchField;

namespace Centra.Matching;

/// <summary>
/// What no weight may overrule. Address, phone, postal code, family name and birth date are a household's: twins share them all, father
/// and son of one name all but the birth date. Suppressing needs evidence of the person.
/// </summary>
internal static class MatchBounds
{
    /// <summary>The outcome by weight, lowered or raised to what the rules allow.</summary>
    public static MatchOutcome Apply(MatchOutcome byWeight, AgreementPattern pattern, MatchModel model)
    {
        if (byWeight == MatchOutcome.Suppressed && !model.HouseholdAloneSuppresses && !MaySuppress(pattern))
            return MatchOutcome.Review;
        return byWeight == MatchOutcome.Permitted && AnIdAgrees(pattern) ? MatchOutcome.Review : byWeight;
    }

    /// <summary>
    /// An id of the person agrees, and given name and birth date do not both speak against it (a number may be a relative's, or used
    /// again); or the given name agrees and the birth date does not speak against it.
    /// </summary>
    public static bool MaySuppress(AgreementPattern pattern)
    {
        var anotherDate = pattern[BirthDate] == Disagree;
        return AnIdAgrees(pattern) || pattern[NationalId] == Near
            ? !(anotherDate && pattern[Given] == Disagree)
            : !anotherDate && GivenNameAgrees(pattern);
    }

    /// <summary>Similar is not enough: Maria and Marie may be twins. Nor is a first name with another middle name.</summary>
    private static bool GivenNameAgrees(AgreementPattern pattern) =>
        pattern[Given] >= Near && pattern[Middle] is not (Disagree or Similar);

    /// <summary>An agreeing id is never passed over, however much else has changed.</summary>
    private static bool AnIdAgrees(AgreementPattern pattern) =>
        pattern[PatientId] == Agree || pattern[NationalId] == Agree;
}
