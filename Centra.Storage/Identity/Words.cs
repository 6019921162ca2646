namespace Centra.Storage;

/// <summary>A set of words in one column, each between blanks, so that one is found by <c>like '% Word %'</c>.</summary>
public static class Words
{
    /// <summary>No word.</summary>
    public const string None = " ";

    /// <summary>The set with a word more.</summary>
    public static string With(string words, string word) => words.Contains($" {word} ", StringComparison.Ordinal) ? words : $"{words}{word} ";

    /// <summary>The set without a word.</summary>
    public static string Without(string words, string word) => words.Replace($" {word} ", " ", StringComparison.Ordinal);

    /// <summary>The words.</summary>
    public static string[] Of(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
