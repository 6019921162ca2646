using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>A birth date, hashed: whole, its parts, and the patterns that tell a slip from another date.</summary>
/// <param name="Whole">The whole day, or 0 where part of it is not known.</param>
/// <param name="Exchanged">The day with day and month exchanged, or 0 where that is no other date.</param>
/// <param name="Year">The year.</param>
/// <param name="Month">Year and month, or 0.</param>
/// <param name="Bands">The two spans of years that the year is in: who shares neither is a generation apart.</param>
/// <param name="Patterns">The eight digits with one left out each, then with two neighbours in ascending order each.</param>
internal readonly record struct DateForm(
    uint Whole, uint Exchanged, uint Year, uint Month, ImmutableArray<uint> Bands, ImmutableArray<uint> Patterns)
{
    public const int BandCount = 2;
    public const int PatternCount = 15;

    public static readonly DateForm Missing = new(0, 0, 0, 0, [], []);

    public bool IsMissing => Year == 0;

    /// <summary>How far two dates agree. One digit off in the year's tens is another generation's date, not a slip.</summary>
    public AgreementLevel Compare(DateForm other)
    {
        if (IsMissing || other.IsMissing)
            return AgreementLevel.Missing;
        if (Whole == 0 || other.Whole == 0)
            return KnownPartsAgree(other) ? AgreementLevel.Partial : AgreementLevel.Disagree;
        if (Whole == other.Whole)
            return AgreementLevel.Agree;
        if (Exchanged != 0 && Exchanged == other.Whole)
            return AgreementLevel.Exchanged;
        return SharesAny(Patterns, other.Patterns) && SharesAny(Bands, other.Bands) ? AgreementLevel.Near : AgreementLevel.Disagree;
    }

    private bool KnownPartsAgree(DateForm other) =>
        Year == other.Year && (Month == 0 || other.Month == 0 || Month == other.Month);

    private static bool SharesAny(ImmutableArray<uint> left, ImmutableArray<uint> right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] == right[i])
                return true;
        }

        return false;
    }
}
