using System.Collections.Frozen;
using System.Text;

namespace Centra.Matching;

/// <summary>
/// House number and street of an address line. Street types and directions are dropped, for they are left out, abbreviated and
/// confused; so is everything from a unit on.
/// </summary>
internal static class AddressWords
{
    private const int LongestStreet = 40;
    private const int LongestNumber = 8;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
    [
        "STREET", "ST", "STR", "AVENUE", "AVE", "AV", "ROAD", "RD", "DRIVE", "DR", "DRV", "LANE", "LN", "COURT", "CT", "CRT", "PLACE", "PL",
        "BOULEVARD", "BLVD", "CIRCLE", "CIR", "CIRCUIT", "CCT", "CRESCENT", "CRES", "CR", "TERRACE", "TER", "TCE", "WAY", "TRAIL", "TRL",
        "PARKWAY", "PKWY", "HIGHWAY", "HWY", "SQUARE", "SQ", "CLOSE", "CL", "LOOP", "PIKE", "ALLEY", "ALY", "PLAZA", "PLZ",
        "NORTH", "SOUTH", "EAST", "WEST", "N", "S", "E", "W", "NE", "NW", "SE", "SW", "NORTHEAST", "NORTHWEST", "SOUTHEAST", "SOUTHWEST",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
        ["APT", "APARTMENT", "UNIT", "STE", "SUITE", "FLOOR", "FL", "ROOM", "RM", "LOT", "TRLR", "BLDG", "BUILDING", "NUMBER"],
        StringComparer.Ordinal);

    /// <summary>Answers the house number, or empty, and gives the street, or empty.</summary>
    public static string Read(string? line, out string street)
    {
        street = "";
        if (string.IsNullOrWhiteSpace(line))
            return "";
        var words = Folding.Words(line, keepDigits: true);
        var number = words.Count > 0 && IsHouseNumber(words[0]) ? words[0] : "";
        street = Join(StreetWords(words, from: number.Length > 0 ? 1 : 0));
        if (number.Length == 0 && IsHouseNumber(street))
            (number, street) = (street, "");
        return Placeholders.IsWord(street) ? street = "" : number;
    }

    /// <summary>Digits and at most one letter; so "5TH" of "5th Avenue" is a street.</summary>
    private static bool IsHouseNumber(string word)
    {
        var digits = word.AsSpan().TrimEnd(Letters);
        return digits.Length is > 0 and <= LongestNumber && word.Length - digits.Length <= 1
            && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static List<string> StreetWords(List<string> words, int from)
    {
        var unit = words.FindIndex(Math.Min(from + 1, words.Count), Units.Contains);
        return words.GetRange(from, (unit < 0 ? words.Count : unit) - from);
    }

    private static string Join(List<string> words)
    {
        var kept = words.Where(word => !Dropped.Contains(word)).ToList();
        var street = new StringBuilder();
        foreach (var word in kept.Count > 0 ? kept : words)
            street.Append(word);
        return Folding.Cut(street.ToString().Normalize(NormalizationForm.FormKD), LongestStreet);
    }
}
