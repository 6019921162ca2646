namespace Centra.Synthetic;

/// <summary>Faults in the birth date and the social security number.</summary>
internal static class NumberFaults
{
    public static PracticeRecord SlipInBirthDate(PracticeRecord record, ref Dice dice) =>
        record.BirthDate is null ? record : record with { BirthDate = Typing.SlipOfDigits(record.BirthDate, ref dice) };

    /// <summary>Of a day after the twelfth this is no date any more, as happens.</summary>
    public static PracticeRecord ExchangeDayAndMonth(PracticeRecord record, ref Dice dice) =>
        record.BirthDate is not { Length: 10 } date ? record : record with { BirthDate = $"{date[..5]}{date[8..]}-{date[5..7]}" };

    public static PracticeRecord DropBirthDate(PracticeRecord record, ref Dice dice) =>
        record with { BirthDate = dice.Chance(0.5) ? null : dice.Chance(0.5) ? "1900-01-01" : record.BirthDate?[..4] };

    public static PracticeRecord OtherBirthDate(PracticeRecord record, ref Dice dice) =>
        record with { BirthDate = $"{new DateOnly(1930, 1, 1).AddDays(dice.Below(30_000)):yyyy-MM-dd}" };

    public static PracticeRecord SlipInSsn(PracticeRecord record, ref Dice dice) =>
        record.Ssn is null ? record : record with { Ssn = Typing.SlipOfDigits(record.Ssn, ref dice) };

    public static PracticeRecord DropSsn(PracticeRecord record, ref Dice dice) =>
        record with { Ssn = dice.Chance(0.9) ? null : "999-99-9999" };

    public static PracticeRecord LastFourOfSsn(PracticeRecord record, ref Dice dice) =>
        record.Ssn is not { Length: 9 } ssn ? record : record with { Ssn = $"XXX-XX-{ssn[5..]}" };
}
