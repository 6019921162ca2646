using System.Globalization;
using Centra.Datasets;

namespace Centra.Releases;

/// <summary>A cell by what its variable holds: numbers, years and days compare as such, words in the order of their characters.</summary>
internal readonly record struct TypedCell(decimal? Number, string? Text)
{
    /// <summary>Reads a cell; null for a missing value and for what is not of the type.</summary>
    public static TypedCell? Read(VariableType type, string cell) => type switch
    {
        _ when cell.Length == 0 => null,
        VariableType.Whole or VariableType.Year => decimal.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new TypedCell(whole, null) : null,
        VariableType.Number => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new TypedCell(number, null) : null,
        VariableType.Date => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new TypedCell(day.DayNumber, null) : null,
        VariableType.Text or VariableType.Code => new TypedCell(null, cell),
        VariableType.None => null,
        _ => throw new InvalidOperationException($"Nothing reads {type}."),
    };

    /// <summary>Less than zero, zero or more, as with any comparison; both are of the same type.</summary>
    public int CompareTo(TypedCell other) => Number is { } number ? number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
}
