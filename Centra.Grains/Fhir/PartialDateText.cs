using System.Globalization;

namespace Centra.Fhir;

/// <summary>The date datatype of FHIR as text: yyyy, yyyy-MM or yyyy-MM-dd.</summary>
internal static class PartialDateText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static bool IsDate(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
