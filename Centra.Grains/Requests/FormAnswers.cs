using System.Globalization;
using Centra.Rules;

namespace Centra.Requests;

/// <summary>Whether what stands in a section is an answer to it. Words are not judged, and choices elsewhere.</summary>
internal static class FormAnswers
{
    /// <summary>What the field takes, where the text is not that; null: it is.</summary>
    public static string? Wanted(FormField field, string text) => field.Kind switch
    {
        FieldKind.YesNo when !text.Equals("Yes", StringComparison.OrdinalIgnoreCase) && !text.Equals("No", StringComparison.OrdinalIgnoreCase) => "Yes or No",
        FieldKind.Number when !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => "a number",
        FieldKind.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a day such as 2026-03-01",
        _ => null,
    };
}
