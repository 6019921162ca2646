namespace Centra.Matching;

/// <summary>Normal forms of what is made of digits.</summary>
internal static class Numbers
{
    private const int LongestWritten = 64;

    /// <summary>
    /// Nine digits of a social security number. Seven or eight digits have lost their leading zeros in a spreadsheet and get them back.
    /// Never issued and so missing: area 000 or 666, group 00, serial 0000, and what is known from forms. With area 000 and group 00 fall
    /// those of which only the last four are known. Areas from 900 are used: taxpayer numbers that practices keep in this field have
    /// them, and so have all synthetic samples.
    /// </summary>
    public static string NationalId(string? written)
    {
        Span<char> buffer = stackalloc char[LongestWritten];
        var digits = Digits(written, buffer, out var masked);
        if (masked || digits.Length is < 7 or > 9)
            return "";
        Span<char> nine = stackalloc char[9];
        nine.Fill('0');
        digits.CopyTo(nine[(9 - digits.Length)..]);
        return nine[..3] is "000" or "666" || nine[3..5] is "00" || nine[5..] is "0000"
            || Placeholders.IsNumber(nine) || Placeholders.IsMistypedNumber(nine)
            ? "" : nine.ToString();
    }

    /// <summary>Ten digits of a telephone number in North America, without the leading 1.</summary>
    public static string Phone(string? written)
    {
        Span<char> buffer = stackalloc char[LongestWritten];
        ReadOnlySpan<char> digits = Digits(written, buffer, out _);
        if (digits.Length == 11 && digits[0] == '1')
            digits = digits[1..];
        return digits.Length != 10 || digits[0] == '0' || Placeholders.IsNumber(digits) || Placeholders.IsNumber(digits[3..])
            ? "" : digits.ToString();
    }

    /// <summary>The first five digits of a ZIP code, a leading zero put back; of other countries' codes their letters and digits.</summary>
    public static string PostalCode(string? written)
    {
        if (written is null || written.Length > LongestWritten)
            return "";
        Span<char> buffer = stackalloc char[LongestWritten + 1];
        var length = 0;
        foreach (var letter in written)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                buffer[++length] = char.ToUpperInvariant(letter);
        }

        ReadOnlySpan<char> code = buffer[1..(length + 1)];
        if (code.ContainsAnyExceptInRange('0', '9'))
            return code.Length is >= 3 and <= 10 && !Placeholders.IsWord(code) ? code.ToString() : "";
        buffer[0] = '0';
        if (length == 4)
            code = buffer[..5];
        return code.Length is not (5 or 9) || Placeholders.IsNumber(code[..5]) ? "" : code[..5].ToString();
    }

    /// <summary>The digits before the first letter, and whether there was one: an extension, or X for a digit not told.</summary>
    private static Span<char> Digits(string? written, Span<char> buffer, out bool hasLetter)
    {
        var length = 0;
        hasLetter = false;
        foreach (var letter in written ?? "")
        {
            hasLetter = char.IsAsciiLetter(letter) || letter == '*';
            if (hasLetter || length == buffer.Length)
                break;
            if (char.IsAsciiDigit(letter))
                buffer[length++] = letter;
        }

        return buffer[..length];
    }
}
