using System.Collections.Frozen;

namespace Centra.Matching;

/// <summary>What people write where they do not know: it counts as missing, or everybody without a name would be one person.</summary>
internal static class Placeholders
{
    private const int EarliestBirthYear = 1880;
    private const int LatestBirthYear = 2100;

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "UNKNOWN", "UNK", "UNKN", "UNKNWN", "NONE", "NULL", "MISSING", "ANONYMOUS", "ANON", "NONAME", "NOTKNOWN", "UNSPECIFIED",
        "BABY", "BABYBOY", "BABYGIRL", "BABYB", "BABYG", "BB", "BG", "INFANT", "NEWBORN", "UNBORN", "FETUS", "NEONATE",
        "TEST", "TESTPATIENT", "TESTING", "ZZTEST", "ZZZTEST", "DUMMY", "PATIENT", "NFN", "NLN", "FNU", "LNU", "NMN", "NMI",
        "DECLINED", "REFUSED", "CONFIDENTIAL", "REDACTED", "UNIDENTIFIED", "TRAUMA", "HOMELESS", "TBD", "N/A",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> WellKnownNumbers = FrozenSet.ToFrozenSet(
    [
        "123456789", "987654321", "012345678", "078051120", "219099999", "457555462", "111223333", "123121234", "123456780",
        "1234567890", "0123456789", "9876543210", "12345", "01234",
    ], StringComparer.Ordinal);

    public static bool IsWord(ReadOnlySpan<char> word) =>
        Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (word.Length > 2 && IsOneLetter(word));

    /// <summary>All digits alike, or a number known from forms and advertisements.</summary>
    public static bool IsNumber(ReadOnlySpan<char> digits) =>
        IsOneLetter(digits) || WellKnownNumbers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(digits);

    /// <summary>The first day of 1900 or 1901, where systems put an unknown date, and years nobody living was born in.</summary>
    public static bool IsDate(PartialDate date) =>
        date.Year is < EarliestBirthYear or > LatestBirthYear
        || (date is { Year: 1900 or 1901, Month: null or 1, Day: null or 1 });

    /// <summary>All digits alike but one: a placeholder mistyped, which several people share more often than they share a number.</summary>
    public static bool IsMistypedNumber(ReadOnlySpan<char> digits) =>
        digits.Count(digits[0]) >= digits.Length - 1 || digits.Count(digits[1]) >= digits.Length - 1;

    private static bool IsOneLetter(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(text[0]);
}
