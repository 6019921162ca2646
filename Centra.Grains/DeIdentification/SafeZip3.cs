using System.Collections.Frozen;
using System.Globalization;

namespace Centra.DeIdentification;

/// <summary>
/// What 45 CFR 164.514(b)(2)(i)(B) leaves of a postal code: three digits where the area they name holds more than 20,000 people, else 000.
/// An allow list, so that a prefix without an area (military mail, unassigned) becomes 000 too.
/// Source: the 2020 census, Demographic and Housing Characteristics File, table P1, ZIP Code Tabulation Areas summed by their first
/// three digits: 894 prefixes have an area, 18 of them hold 20,000 people or fewer. The list of 17 that HHS printed rests on the census of
/// 2000 and the guidance says not to rely on it; the prefixes that only that list has are cut nevertheless.
/// </summary>
internal static class SafeZip3
{
    private const string WithoutArea = """
        000-005 008 055 090-099 192 213 269 311 332 340 343 345 348 353 375 399 419 428-429 459 509 517-519 529 533 536 552 555 568-569
        578-579 589 621 632 642-643 649 659 663 682 694-699 702 709 715 732-733 742 771 817-819 839 842 848-849 854 858 861-862 866-869
        872 876 885-889 892 896 899 901 909 929 938 942 962-966 969 987
        """;

    private const string SmallIn2020 = "036 059 102 202 203 204 205 369 556 692 753 772 821 823 878 879 884 893";

    private const string SmallIn2000 = "036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893";

    private static readonly FrozenSet<int> Cut = new[] { WithoutArea, SmallIn2020, SmallIn2000 }.SelectMany(Prefixes).ToFrozenSet();

    /// <summary>Three digits; 0 for 000; null for what is no US postal code.</summary>
    /// <param name="postalCode">Five digits, nine with or without a hyphen, or the three that an earlier copy kept.</param>
    public static int? Of(ReadOnlySpan<byte> postalCode)
    {
        var digits = postalCode.Length == 10 && postalCode[5] == '-' ? postalCode[..5] : postalCode;
        if (digits.Length is not (3 or 5 or 9) || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return null;
        var prefix = int.Parse(digits[..3], NumberStyles.None, CultureInfo.InvariantCulture);
        return Cut.Contains(prefix) ? 0 : prefix;
    }

    private static IEnumerable<int> Prefixes(string list) =>
        from range in list.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let first = Number(range[..3])
        let last = Number(range[^3..])
        from prefix in Enumerable.Range(first, last - first + 1)
        select prefix;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
