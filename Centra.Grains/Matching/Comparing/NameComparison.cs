using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>Compares the names of two people: the best that any form of one has with any form of the other.</summary>
internal static class NameComparison
{
    /// <summary>Given and family name, straight or exchanged, whichever agrees better.</summary>
    public static (AgreementLevel Given, AgreementLevel Family) Of(Comparators left, Comparators right)
    {
        var given = Given(left, right);
        var family = Best(left.Family, right.Family);
        return given > AgreementLevel.Similar || family > AgreementLevel.Missing || !AreExchanged(left, right)
            ? (given, family)
            : (AgreementLevel.Exchanged, AgreementLevel.Exchanged);
    }

    /// <summary>Names after the first. Children of one family share first names more often than all of them.</summary>
    public static AgreementLevel Middle(Comparators left, Comparators right)
    {
        if (left.Middle.IsEmpty || right.Middle.IsEmpty)
            return AgreementLevel.Missing;
        return BestGiven(left.Middle, right.Middle);
    }

    private static bool AreExchanged(Comparators left, Comparators right) =>
        Best(left.Given, right.Family) >= AgreementLevel.Near && Best(left.Family, right.Given) >= AgreementLevel.Near;

    private static AgreementLevel Given(Comparators left, Comparators right)
    {
        if (left.Given.IsEmpty || right.Given.IsEmpty)
            return AgreementLevel.Missing;
        var best = BestGiven(left.Given, right.Given);
        return best == AgreementLevel.Disagree && GoByMiddle(left, right) ? AgreementLevel.Similar : best;
    }

    private static AgreementLevel BestGiven(ImmutableArray<NameForm> left, ImmutableArray<NameForm> right)
    {
        var best = AgreementLevel.Disagree;
        foreach (var a in left)
        {
            foreach (var b in right)
                best = Max(best, GivenForm(a, b));
        }

        return best;
    }

    /// <summary>
    /// A name and its misspelling: one edit apart, the one known and the other not. Two known names that are alike may be twins', and so
    /// may two unknown ones, or names that only sound alike.
    /// </summary>
    private static AgreementLevel GivenForm(NameForm left, NameForm right)
    {
        if (left.IsInitial || right.IsInitial)
            return left.Initial == right.Initial ? AgreementLevel.Partial : AgreementLevel.Disagree;
        var level = left.Compare(right);
        var isAlike = level is AgreementLevel.Near or AgreementLevel.Phonetic;
        var isSlip = left.IsKnown != right.IsKnown && left.Text.IsNear(right.Text);
        return isAlike && !isSlip ? AgreementLevel.Similar : level;
    }

    /// <summary>The first name of one is a later name of the other.</summary>
    private static bool GoByMiddle(Comparators left, Comparators right) =>
        Best(left.Given, right.Middle) == AgreementLevel.Agree || Best(left.Middle, right.Given) == AgreementLevel.Agree;

    private static AgreementLevel Best(ImmutableArray<NameForm> left, ImmutableArray<NameForm> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return AgreementLevel.Missing;
        var best = AgreementLevel.Disagree;
        foreach (var a in left)
        {
            foreach (var b in right)
                best = Max(best, a.Compare(b));
        }

        return best;
    }

    private static AgreementLevel Max(AgreementLevel left, AgreementLevel right) => left > right ? left : right;
}
