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
        if (AnIdAgrees(pattern))
            return byWeight == MatchOutcome.Permitted ? MatchOutcome.Review : byWeight;
        return IsAnotherPerson(pattern) ? MatchOutcome.Permitted : byWeight;
    }

    /// <summary>Somebody of the household, with a name and a birth date of their own: not even worth a question.</summary>
    private static bool IsAnotherPerson(AgreementPattern pattern) =>
        pattern[Given] == Disagree && pattern[BirthDate] == Disagree && pattern[NationalId] < Near;

    /// <summary>
    /// An id of the person agrees, and given name and birth date do not both speak against it (a number may be a relative's, or used
    /// again); or given name and birth date both speak for it. A given name alone is not enough: without a birth date father and son
    /// of one name are one.
    /// </summary>
    public static bool MaySuppress(AgreementPattern pattern)
    {
        var anotherDate = pattern[BirthDate] == Disagree;
        return AnIdAgrees(pattern) || pattern[NationalId] >= Near
            ? !(anotherDate && pattern[Given] == Disagree)
            : pattern[BirthDate] > Missing && GivenNameAgrees(pattern);
    }

    /// <summary>
    /// Similar is not enough: Maria and Marie may be twins. Nor is a first name with another middle name: Ana Maria, Ana Luisa.
    /// </summary>
    private static bool GivenNameAgrees(AgreementPattern pattern) =>
        pattern[Given] >= Near && pattern[Middle] != Disagree;

    /// <summary>An agreeing id is never passed over, however much else has changed.</summary>
    private static bool AnIdAgrees(AgreementPattern pattern) =>
        pattern[PatientId] == Agree || pattern[NationalId] == Agree;
}
