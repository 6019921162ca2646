using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Centra.DeIdentification;

/// <summary>
/// Whether a text is a unit of the Unified Code for Units of Measure: units of a list, prefixed where the unit is metric, with exponents,
/// joined by dots and slashes; annotations of a list only, because any text may stand in braces. Source: UCUM 2.1.
/// </summary>
internal static partial class Ucum
{
    private const int LongestUnit = 32;
    private const int MostSeen = 1000;

    private static readonly ConcurrentDictionary<string, byte> Seen = new();

    private static readonly (byte[] Symbol, double Years)[] Times =
    [
        ([.. "a"u8], 1), ([.. "a_j"u8], 1), ([.. "a_t"u8], 1), ([.. "a_g"u8], 1), ([.. "mo"u8], 1 / 12.0), ([.. "mo_j"u8], 1 / 12.0),
        ([.. "wk"u8], 7 / 365.25), ([.. "d"u8], 1 / 365.25), ([.. "h"u8], 1 / 8766.0),
    ];

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
    [
        "%", "[ppm]", "[ppb]", "[pH]", "deg", "rad", "Cel", "[degF]", "K", "mm[Hg]", "cm[H2O]", "[in_i]", "[ft_i]", "[in_us]", "[lb_av]",
        "[oz_av]", "[foz_us]", "[tbs_us]", "[tsp_us]", "[cup_us]", "[drp]", "min", "h", "d", "wk", "mo", "a", "a_j", "a_t", "a_g", "mo_j",
        "[arb'U]", "[USP'U]", "[CFU]", "[PFU]", "[GPL'U]", "[MPL'U]", "[APL'U]", "[iU]", "[IU]", "[HPF]", "[LPF]", "[diop]", "dB", "B",
        "[Cal]", "[hnsf'U]", "[car_Au]", "[m/s2/Hz^0.5]", "10*", "10^", "[Ch]", "[MET]", "[score]",
    ]);

    private static readonly FrozenSet<string> MetricUnits = FrozenSet.ToFrozenSet(
    [
        "m", "g", "s", "l", "L", "mol", "eq", "osm", "kat", "U", "Pa", "bar", "Bq", "Gy", "Sv", "Ci", "cal", "J", "W", "Hz", "V", "A", "N",
        "[iU]", "[IU]", "t", "u", "Da", "lm", "cd", "T",
    ]);

    private static readonly FrozenSet<string> Prefixes =
        FrozenSet.ToFrozenSet(["", "k", "M", "G", "h", "da", "d", "c", "m", "u", "n", "p", "f"]);

    private static readonly FrozenSet<string> Annotations = FrozenSet.ToFrozenSet(
    [
        "#", "score", "Score", "ratio", "index", "count", "cells", "copies", "beats", "breaths", "dose", "tablet", "tbl", "capsule",
        "creat", "creatinine", "CFU", "RBC", "WBC", "INR", "nominal", "titer", "pack", "packs", "PackYears", "pack-years", "drinks",
        "Volume", "volume", "mass", "cycle", "cycles", "lesion", "nodes", "Ct", "fraction", "BPM", "bpm", "1.73_m2",
    ]);

    /// <summary>Years that one of this unit lasts, where it is a unit of time that ages are told in; 0 for other units.</summary>
    public static double Years(ReadOnlySpan<byte> unit)
    {
        foreach (var (symbol, years) in Times)
            if (unit.SequenceEqual(symbol))
                return years;
        return 0;
    }

    public static bool IsUnit(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > LongestUnit || !Ascii.IsValid(text))
            return false;
        Span<char> chars = stackalloc char[LongestUnit];
        Ascii.ToUtf16(text, chars, out var length);
        return Seen.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(chars[..length]) || IsNewUnit(chars[..length].ToString());
    }

    private static bool IsNewUnit(string text)
    {
        var isUnit = Array.TrueForAll(Split(text), IsTerm);
        if (isUnit && Seen.Count < MostSeen)
            Seen.TryAdd(text, 0);
        return isUnit;
    }

    private static string[] Split(string text) => Joints().Split(text.StartsWith('/') ? text[1..] : text);

    private static bool IsTerm(string term)
    {
        var parts = Term().Match(term);
        if (!parts.Success)
            return false;
        var (unit, annotation) = (parts.Groups["unit"].Value, parts.Groups["annotation"].Value);
        if (annotation.Length > 0 && !Annotations.Contains(annotation))
            return false;
        return unit.Length == 0 ? annotation.Length > 0 && parts.Groups["exponent"].Length == 0 : IsKnown(unit);
    }

    private static bool IsKnown(string unit)
    {
        if (Units.Contains(unit) || MetricUnits.Contains(unit))
            return true;
        for (var length = 1; length <= 2 && length < unit.Length; length++)
            if (Prefixes.Contains(unit[..length]) && MetricUnits.Contains(unit[length..]))
                return true;
        return false;
    }

    // A dot or slash in brackets or braces joins nothing.
    [GeneratedRegex(@"[./](?![^\[]*\])(?![^{]*\})")]
    private static partial Regex Joints();

    [GeneratedRegex(@"\A(?<unit>(?:10[*^])|[A-Za-z%_]*(?:\[[^\[\]{}]*\])?)(?<exponent>[+-]?[0-9]{0,2})(?:\{(?<annotation>[^{}]*)\})?\z")]
    private static partial Regex Term();
}
