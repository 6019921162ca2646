namespace Centra.DeIdentification;

/// <summary>The check digits that SNOMED CT (Verhoeff) and LOINC (Luhn) put at the end of their codes.</summary>
internal static class CheckDigits
{
    /// <summary>The products of the dihedral group of order ten, row by row.</summary>
    private static ReadOnlySpan<byte> Products =>
        "0123456789"u8 + "1234067895"u8 + "2340178956"u8 + "3401289567"u8 + "4012395678"u8
        + "5987604321"u8 + "6598710432"u8 + "7659821043"u8 + "8765932104"u8 + "9876543210"u8;

    private static readonly byte[][] Permuted = Permutations();

    /// <summary>
    /// A SNOMED CT identifier of a concept: 6 to 18 digits, the third and second from the right 00 or 10, the last one right.
    /// Source: SNOMED CT Release File Specifications, "SCTID data type".
    /// </summary>
    public static bool IsSnomedConcept(ReadOnlySpan<char> code)
    {
        if (code.Length is < 6 or > 18 || code[0] == '0' || code.ContainsAnyExceptInRange('0', '9'))
            return false;
        return code[^3..^1] is "00" or "10" && HasVerhoeffDigit(code);
    }

    /// <summary>Digits, a hyphen and their Luhn digit.</summary>
    public static bool EndsWithLuhnDigit(ReadOnlySpan<char> code)
    {
        var sum = 0;
        var isDoubled = false;
        foreach (var letter in Reversed(code))
        {
            if (!char.IsAsciiDigit(letter))
                continue;
            var digit = (letter - '0') * (isDoubled ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            isDoubled = !isDoubled;
        }

        return sum % 10 == 0;
    }

    private static bool HasVerhoeffDigit(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var place = 0; place < digits.Length; place++)
            check = Multiplied(check, Permuted[place % 8][digits[^(place + 1)] - '0']);
        return check == 0;
    }

    private static int Multiplied(int left, int right) => Products[(left * 10) + right] - '0';

    private static byte[][] Permutations()
    {
        byte[] first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var rows = new byte[8][];
        rows[0] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (var row = 1; row < 8; row++)
            rows[row] = [.. rows[row - 1].Select(digit => first[digit])];
        return rows;
    }

    private static char[] Reversed(ReadOnlySpan<char> text)
    {
        var letters = text.ToArray();
        Array.Reverse(letters);
        return letters;
    }
}
