using System.Collections.Immutable;

namespace Centra.Synthetic;

/// <summary>Faults in names.</summary>
internal static class NameFaults
{
    public static PracticeRecord SlipInGiven(PracticeRecord record, ref Dice dice) =>
        record.Given.IsEmpty ? record : record with { Given = record.Given.SetItem(0, Typing.Slip(record.Given[0], ref dice)) };

    public static PracticeRecord SlipInFamily(PracticeRecord record, ref Dice dice) =>
        record with { Family = Typing.Slip(record.Family ?? "", ref dice) };

    public static PracticeRecord ExchangeNames(PracticeRecord record, ref Dice dice) =>
        record.Given.IsEmpty || record.Family is null
            ? record : record with { Given = record.Given.SetItem(0, record.Family), Family = record.Given[0] };

    public static PracticeRecord DropMiddle(PracticeRecord record, ref Dice dice) => record with { Given = [.. record.Given.Take(1)] };

    public static PracticeRecord DropGiven(PracticeRecord record, ref Dice dice) =>
        record with { Given = dice.Chance(0.5) ? [] : ["UNKNOWN"] };

    public static PracticeRecord Nickname(PracticeRecord record, ref Dice dice) =>
        record.Given.IsEmpty ? record : record with { Given = record.Given.SetItem(0, Nicknames.Of(record.Given[0])) };

    /// <summary>Another family name, or the own one and another with a hyphen; half of all practices keep the former one too.</summary>
    public static PracticeRecord Marry(PracticeRecord record, ref Dice dice)
    {
        var other = FamilyNames.Pick(ref dice).Text;
        ImmutableArray<string> former = dice.Chance(0.5) && record.Family is not null ? [record.Family] : [];
        return record with { Family = dice.Chance(0.25) ? $"{record.Family}-{other}" : other, FormerFamily = former };
    }

    public static PracticeRecord HalveFamily(PracticeRecord record, ref Dice dice) =>
        record with { Family = record.Family?.Split('-', ' ')[0] };

    public static PracticeRecord Shout(PracticeRecord record, ref Dice dice) =>
        record with
        {
            Given = [.. record.Given.Select(name => name.ToUpperInvariant())],
            Family = $"{record.Family?.ToUpperInvariant()} JR.",
        };
}
