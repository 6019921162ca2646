using System.Globalization;
using System.Text;

namespace Centra.Storage;

/// <summary>Words as requests are searched by: lower case, without accents.</summary>
public static class RequestWords
{
    /// <summary>A text folded.</summary>
    public static string Fold(string text) => string.Concat(WholeText.Of(text).Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
