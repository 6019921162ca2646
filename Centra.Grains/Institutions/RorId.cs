namespace Centra.Institutions;

/// <summary>
/// Ids of the Research Organization Registry: 0, six characters of Crockford's base 32, and two check digits (ISO 7064, mod 97-10) over
/// the number that the first seven characters are.
/// </summary>
public static class RorId
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int BodyLength = 7;

    /// <summary>Whether this is a ROR id, in small letters, whose check digits are right.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: BodyLength + 2 } && text[0] == '0' && text[..BodyLength].All(Digits.Contains) && text[BodyLength..] == CheckDigits(text[..BodyLength]);

    /// <summary>The id in an address such as https://ror.org/05dxps055, or what was given, in small letters.</summary>
    public static string Of(string text) => text.Trim()[(text.Trim().LastIndexOf('/') + 1)..].ToLowerInvariant();

    /// <summary>The two check digits of the first seven characters.</summary>
    public static string CheckDigits(string body)
    {
        var number = body.Aggregate(0L, (sum, digit) => sum * Digits.Length + Digits.IndexOf(digit));
        return (98 - number * 100 % 97).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
