using System.Globalization;

namespace Centra.Matching;

/// <summary>
/// A birth date as FHIR has it: a year, a year and a month, or a whole day of the Gregorian calendar. Its text form says nothing,
/// for a birth date identifies.
/// </summary>
public readonly record struct PartialDate
{
    private readonly byte month;
    private readonly byte day;

    private PartialDate(int year, int month, int day) => (Year, this.month, this.day) = (year, (byte)month, (byte)day);

    /// <summary>1 to 9999.</summary>
    public int Year { get; }

    /// <summary>1 to 12, or null where only the year is known.</summary>
    public int? Month => month == 0 ? null : month;

    /// <summary>1 to 31, or null where the day is not known.</summary>
    public int? Day => day == 0 ? null : day;

    /// <summary>A whole day.</summary>
    public static PartialDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>
    /// Reads YYYY, YYYY-MM, YYYY-MM-DD or YYYYMMDD, with or without space around it. Anything else, and a day that is not in the
    /// calendar such as 31 February, is not a date.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        text = text.Trim();
        date = default;
        return text.Length switch
        {
            4 => TryMake(text, "1", "1", known: 1, out date),
            7 when text[4] == '-' => TryMake(text[..4], text[5..], "1", known: 2, out date),
            8 => TryMake(text[..4], text[4..6], text[6..], known: 3, out date),
            10 when text[4] == '-' && text[7] == '-' => TryMake(text[..4], text[5..7], text[8..], known: 3, out date),
            _ => false,
        };
    }

    /// <summary>The date in the form that <see cref="TryParse"/> reads: YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public string ToIso() => (month, day) switch
    {
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
    };

    /// <summary>Says only what it is.</summary>
    public override string ToString() => nameof(PartialDate);

    private static bool TryMake(
        ReadOnlySpan<char> years, ReadOnlySpan<char> months, ReadOnlySpan<char> days, int known, out PartialDate date)
    {
        date = default;
        if (!TryDigits(years, out var year) || !TryDigits(months, out var month) || !TryDigits(days, out var day))
            return false;
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new PartialDate(year, known > 1 ? month : 0, known > 2 ? day : 0);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
