using System.Globalization;

namespace Centra.Fhir;

/// <summary>The date datatype of FHIR as text: yyyy, yyyy-MM or yyyy-MM-dd, of the calendar.</summary>
internal static class PartialDateText
{
    public static bool IsDate(ReadOnlySpan<char> text)
    {
        var (year, month, day) = (0, 1, 1);
        var isForm = text.Length switch
        {
            4 => Number(text, out year),
            7 => Number(text[..4], out year) && text[4] == '-' && Number(text[5..], out month),
            10 => Number(text[..4], out year) && text[4] == '-' && Number(text[5..7], out month)
                && text[7] == '-' && Number(text[8..], out day),
            _ => false,
        };
        return isForm && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
