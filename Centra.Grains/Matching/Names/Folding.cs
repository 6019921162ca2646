using System.Globalization;
using System.Text;

namespace Centra.Matching;

/// <summary>
/// Folds written text to upper-case words: compatibility decomposition (Unicode NFKD), diacritics stripped, letters that do not
/// decompose spelt out. Letters of every script stay. Apostrophes join, everything else that is no letter separates.
/// </summary>
internal static class Folding
{
    private const int LongestText = 512;
    private const int MostWords = 12;

    /// <summary>The words; of over-long text its beginning.</summary>
    public static List<string> Words(string text, bool keepDigits)
    {
        var words = new List<string>(4);
        text = Cut(text, LongestText);
        var folded = Ascii.IsValid(text) ? text : Decompose(text);
        var word = new StringBuilder(folded.Length);
        foreach (var letter in folded.EnumerateRunes())
        {
            if (Role(letter, keepDigits, word.Length) is var role && role == LetterRole.Kept)
                Append(word, letter);
            else if (role == LetterRole.Separates)
                Close(word, words);
        }

        Close(word, words);
        return words;
    }

    /// <summary>The beginning of over-long text, not cut within a letter.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    private static void Append(StringBuilder word, Rune letter)
    {
        if (letter.IsAscii)
            word.Append((char)(char.IsAsciiLetterLower((char)letter.Value) ? letter.Value & ~0x20 : letter.Value));
        else
            word.Append(Rune.ToUpperInvariant(letter));
    }

    /// <summary>Marks that stood apart before something was dropped between them are put in their order.</summary>
    private static void Close(StringBuilder word, List<string> words)
    {
        if (word.Length > 0 && words.Count < MostWords)
            words.Add(word.ToString().Normalize(NormalizationForm.FormKD));
        word.Clear();
    }

    private static LetterRole Role(Rune letter, bool keepDigits, int before)
    {
        if (letter.IsAscii)
            return AsciiRole((char)letter.Value, keepDigits, before);
        return Rune.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.NonSpacingMark => IsDiacritic(letter.Value) ? LetterRole.Dropped : LetterRole.Kept,
            UnicodeCategory.SpacingCombiningMark => LetterRole.Kept,
            UnicodeCategory.Format or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber => LetterRole.Dropped,
            _ when letter.Value is 0x2018 or 0x2019 or 0x02BB or 0x02BC or 0x00B4 or 0x0640 => LetterRole.Dropped,
            _ => Rune.IsLetter(letter) ? LetterRole.Kept : LetterRole.Separates,
        };
    }

    /// <summary>A stop ends a word, but not after a single letter: "St.John" is two words, "J.R." one.</summary>
    private static LetterRole AsciiRole(char letter, bool keepDigits, int before) => letter switch
    {
        _ when char.IsAsciiLetter(letter) => LetterRole.Kept,
        _ when char.IsAsciiDigit(letter) => keepDigits ? LetterRole.Kept : LetterRole.Dropped,
        '\'' or '`' => LetterRole.Dropped,
        '.' when before <= 1 => LetterRole.Dropped,
        _ => LetterRole.Separates,
    };

    /// <summary>Marks that are written or left out at will. The vowel signs of Indic scripts and the voicing of kana are letters.</summary>
    private static bool IsDiacritic(int mark) =>
        mark is (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0487) or (>= 0x0591 and <= 0x05C7) or (>= 0x0610 and <= 0x061A)
            or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED) or (>= 0x1AB0 and <= 0x1AFF)
            or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE2F);

    /// <summary>Capitals may decompose further than small letters, so twice. Letters that do not decompose come out of both.</summary>
    private static string Decompose(string text)
    {
        var upper = WholeText.Of(text).Normalize(NormalizationForm.FormKD).ToUpperInvariant().Normalize(NormalizationForm.FormKD);
        var spelt = new StringBuilder(upper.Length + 8);
        foreach (var letter in upper)
            _ = SpeltOut(letter) is { } letters ? spelt.Append(letters) : spelt.Append(letter);
        return spelt.ToString();
    }

    private static string? SpeltOut(char letter) => letter switch
    {
        'ß' or 'ẞ' => "SS",
        'Æ' => "AE",
        'Œ' => "OE",
        'Ø' => "O",
        'Ł' => "L",
        'Đ' or 'Ð' => "D",
        'Þ' => "TH",
        'Ħ' => "H",
        'ı' => "I",
        'Ŧ' => "T",
        'Ŋ' => "N",
        'Ə' => "E",
        _ => null,
    };

    private enum LetterRole
    {
        Kept,
        Dropped,
        Separates,
    }
}
