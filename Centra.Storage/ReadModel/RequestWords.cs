using System.Globalization;
using System.Text;

namespace Centra.Storage;

/// <summary>Words as requests are searched by: lower case, without accents.</summary>
public static class RequestWords
{
    /// <summary>A text folded.</summary>
    public static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <summary>What <c>like … escape '~'</c> finds these words by. Nothing in them is a wildcard; left alone, each database has another escape character.</summary>
    public static string Pattern(string text) => $"%{Fold(text).Replace("~", "~~").Replace("%", "~%").Replace("_", "~_")}%";
}
