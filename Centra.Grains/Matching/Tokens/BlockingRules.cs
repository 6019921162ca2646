using System.Collections.Immutable;
using static Centra.Matching.FieldKind;

namespace Centra.Matching;

/// <summary>Which names a blocking rule takes.</summary>
internal enum RuleNames
{
    None = 0,

    /// <summary>Given and family name, in either order.</summary>
    Both = 1,

    /// <summary>One name, given or family: a token for each.</summary>
    Any = 2,
}

/// <summary>One combination of fields that two identities of one person are likely to share and two of strangers are not.</summary>
/// <param name="Id">Stable; part of what is hashed; never used again for another combination.</param>
/// <param name="Names">How names take part, as they sound.</param>
/// <param name="Fields">One or two other fields, at most three with the names.</param>
internal sealed record BlockingRule(byte Id, RuleNames Names, params ImmutableArray<FieldKind> Fields);

/// <summary>The rules. A token hit only makes a candidate: what decides is <see cref="FellegiSunter"/>.</summary>
public static class BlockingRules
{
    /// <summary>
    /// Raised by every change to normaliser, sounds, rules or comparators that changes a token or a comparator of anybody. The register
    /// keeps it beside its golden tokens.
    /// </summary>
    public const byte Version = 1;

    internal static readonly ImmutableArray<BlockingRule> All =
    [
        new(1, RuleNames.None, NationalId),
        new(2, RuleNames.None, PatientId),
        new(3, RuleNames.Both, BirthYearAndMonth),
        new(4, RuleNames.Both, BirthMonthAndDay),
        new(5, RuleNames.Both, BirthYearAndDay),
        new(6, RuleNames.Both, BirthDayOrMonthExchanged),
        new(7, RuleNames.Both, PostalCode),
        new(8, RuleNames.Both, HouseNumber),
        new(10, RuleNames.Both, NationalIdEnd),
        new(11, RuleNames.Any, BirthDate),
        new(12, RuleNames.Any, Phone),
        new(13, RuleNames.Any, HouseNumber, StreetSound),
        new(14, RuleNames.Any, HouseNumber, PostalCode),
        new(15, RuleNames.Any, StreetSound, PostalCode),
        new(16, RuleNames.None, BirthDate, PostalCode),
        new(18, RuleNames.None, BirthDate, HouseNumber),
        new(19, RuleNames.None, BirthDate, Phone),
    ];
}
