using System.Collections.Immutable;
using System.Globalization;

namespace Centra.Matching;

/// <summary>Hashes a birth date into its whole, its parts, and the patterns that survive one slip.</summary>
internal static class DateHashes
{
    /// <summary>Years in a band. Parents are older than that; a slip in the last digit of a year is less.</summary>
    private const int Generation = 12;

    private const int Digits = 8;

    public static DateForm Of(PartialDate? birth, ref HashSource source)
    {
        if (birth is not { } date)
            return DateForm.Missing;
        var month = date.Month is { } m ? source.Hash(FieldKind.BirthYearAndMonth, date.Year * 100 + m) : 0;
        return new DateForm(
            Whole(date, ref source), Exchanged(date, ref source), source.Hash(FieldKind.BirthYear, date.Year), month,
            Bands(date.Year, ref source), Patterns(date, ref source));
    }

    private static uint Whole(PartialDate date, ref HashSource source) =>
        date is { Month: { } month, Day: { } day } ? source.Hash(FieldKind.BirthDate, (date.Year * 100 + month) * 100 + day) : 0;

    private static uint Exchanged(PartialDate date, ref HashSource source) =>
        date is { Month: { } month, Day: { } day and <= 12 } && day != month
            ? source.Hash(FieldKind.BirthDate, (date.Year * 100 + day) * 100 + month) : 0;

    /// <summary>
    /// Two rows of bands, one shifted by half: years less than half a generation apart share a band, a generation apart none.
    /// </summary>
    private static ImmutableArray<uint> Bands(int year, ref HashSource source) =>
    [
        source.Hash(FieldKind.BirthYearBand, year / Generation),
        source.Hash(FieldKind.BirthYearBand, 10_000 + (year + Generation / 2) / Generation),
    ];

    private static ImmutableArray<uint> Patterns(PartialDate date, ref HashSource source)
    {
        if (date is not { Month: { } month, Day: { } day })
            return [];
        Span<char> digits = stackalloc char[Digits];
        ((date.Year * 100 + month) * 100 + day).TryFormat(digits, out _, "D8", CultureInfo.InvariantCulture);
        var patterns = new uint[DateForm.PatternCount];
        for (var i = 0; i < patterns.Length; i++)
            patterns[i] = i < Digits ? WithoutDigit(digits, i, ref source) : WithoutOrder(digits, i - Digits, ref source);
        return [.. patterns];
    }

    private static uint WithoutDigit(scoped ReadOnlySpan<char> digits, int at, ref HashSource source)
    {
        Span<char> pattern = stackalloc char[Digits];
        digits.CopyTo(pattern);
        pattern[at] = '?';
        return source.Hash(FieldKind.BirthDatePattern, pattern);
    }

    private static uint WithoutOrder(scoped ReadOnlySpan<char> digits, int at, ref HashSource source)
    {
        Span<char> pattern = stackalloc char[Digits + 1];
        digits.CopyTo(pattern);
        pattern[Digits] = (char)('0' + at);
        pattern.Slice(at, 2).Sort();
        return source.Hash(FieldKind.BirthDatePattern, pattern);
    }
}
