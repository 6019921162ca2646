namespace Centra.Api.People;

/// <summary>
/// Recognises passwords that are tried first: runs of keys, few different characters, and common words with digits and signs around them,
/// also when letters are written as digits.
/// </summary>
internal static class CommonPasswords
{
    private const int FewCharacters = 5;
    private const int MostStrayLetters = 2;
    private const int MostOtherSigns = 8;

    private static readonly string[] Rows = [.. new[]
    {
        "1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn",
        "qazwsxedcrfvtgb", "azertyuiop", "qwertzuiop",
    }.SelectMany(row => new[] { row + row + row, Backwards(row + row + row) })];

    private static readonly string[] Words = Load();

    /// <summary>Whether it is one of them.</summary>
    public static bool Include(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < FewCharacters
            || Rows.Any(row => row.Contains(lower, StringComparison.Ordinal))
            || IsCommonWords(lower, lower)
            || IsCommonWords(Plain(lower), lower);
    }

    private static bool IsCommonWords(string spelled, string password)
    {
        var left = new string([.. spelled.Where(char.IsLetter)]);
        var letters = left.Length;
        foreach (var word in Words)
            left = left.Replace(word, "", StringComparison.Ordinal);
        return left.Length < letters && left.Length <= MostStrayLetters && password.Count(sign => !char.IsLetter(sign)) <= MostOtherSigns;
    }

    private static string Plain(string text) => string.Concat(text.Select(sign => sign switch
    {
        '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', '8' => 'b', _ => sign,
    }));

    private static string Backwards(string text) => string.Concat(text.Reverse());

    private static string[] Load()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("Centra.Api.People.common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).OrderByDescending(word => word.Length)];
    }
}
