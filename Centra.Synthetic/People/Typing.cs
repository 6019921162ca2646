namespace Centra.Synthetic;

/// <summary>Slips of people who type: one edit each.</summary>
internal static class Typing
{
    private const string Keyboard = "qwertyuiop|asdfghjkl|zxcvbnm";

    /// <summary>One letter changed, left out, doubled or added, or two neighbours exchanged.</summary>
    public static string Slip(string text, ref Dice dice)
    {
        if (text.Length < 2)
            return text;
        var at = dice.Below(text.Length);
        return dice.Below(5) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text.Insert(at, Beside(text[at], ref dice).ToString()),
            3 => Exchanged(text, Math.Min(at, text.Length - 2)),
            _ => text.Remove(at, 1).Insert(at, Beside(text[at], ref dice).ToString()),
        };
    }

    /// <summary>One digit wrong, or two neighbours exchanged; separators stay where they are.</summary>
    public static string SlipOfDigits(string text, ref Dice dice)
    {
        var digits = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])).ToArray();
        if (digits.Length < 2)
            return text;
        var at = dice.Below(digits.Length - 1);
        var changed = text.ToCharArray();
        if (dice.Chance(0.4))
            (changed[digits[at]], changed[digits[at + 1]]) = (changed[digits[at + 1]], changed[digits[at]]);
        else
            changed[digits[dice.Below(digits.Length)]] = (char)('0' + dice.Below(10));
        return new string(changed);
    }

    private static string Exchanged(string text, int at) => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";

    private static char Beside(char letter, ref Dice dice)
    {
        var at = Keyboard.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        if (at < 0)
            return (char)('a' + dice.Below(26));
        var beside = Keyboard[Math.Clamp(at + (dice.Chance(0.5) ? 1 : -1), 0, Keyboard.Length - 1)];
        return beside == '|' ? Keyboard[at] : beside;
    }
}
