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

    private static void Close(StringBuilder word, List<string> words)
    {
        if (word.Length > 0 && words.Count < MostWords)
            words.Add(word.ToString());
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

    private static string Decompose(string text)
    {
        var spelt = new StringBuilder(text.Length + 8);
        foreach (var letter in text.EnumerateRunes())
            Spell(letter, spelt);
        var upper = spelt.ToString().Normalize(NormalizationForm.FormKD).ToUpperInvariant();
        return upper.Normalize(NormalizationForm.FormKD);
    }

    /// <summary>Enumerating runes has put the replacement character for broken surrogates, on which normalising would throw.</summary>
    private static void Spell(Rune letter, StringBuilder spelt)
    {
        if (SpeltOut(letter.Value) is { } letters)
            spelt.Append(letters);
        else
            spelt.Append(letter);
    }

    private static string? SpeltOut(int letter) => letter switch
    {
        'ß' or 'ẞ' => "SS",
        'Æ' or 'æ' or 'Ǽ' or 'ǽ' => "AE",
        'Œ' or 'œ' => "OE",
        'Ø' or 'ø' or 'Ǿ' or 'ǿ' => "O",
        'Ł' or 'ł' => "L",
        'Đ' or 'đ' or 'Ð' or 'ð' => "D",
        'Þ' or 'þ' => "TH",
        'Ħ' or 'ħ' => "H",
        'ı' or 'İ' => "I",
        'Ŧ' or 'ŧ' => "T",
        'Ŋ' or 'ŋ' => "N",
        'ə' or 'Ə' => "E",
        _ => null,
    };

    private enum LetterRole
    {
        Kept,
        Dropped,
        Separates,
    }
}
