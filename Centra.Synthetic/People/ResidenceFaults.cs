namespace Centra.Synthetic;

/// <summary>Faults in where somebody lives, and in what else is asked at the desk.</summary>
internal static class ResidenceFaults
{
    public static PracticeRecord Move(PracticeRecord record, ref Dice dice)
    {
        var home = Residences.Pick(ref dice);
        return record with
        {
            AddressLine = home.AddressLine, PostalCode = home.PostalCode, Phone = dice.Chance(0.5) ? home.Phone : record.Phone,
        };
    }

    public static PracticeRecord SlipInAddress(PracticeRecord record, ref Dice dice) =>
        record.AddressLine is null ? record : record with { AddressLine = Typing.Slip(record.AddressLine, ref dice) };

    public static PracticeRecord DropAddress(PracticeRecord record, ref Dice dice) => record with { AddressLine = null };

    public static PracticeRecord SlipInPostalCode(PracticeRecord record, ref Dice dice) =>
        record.PostalCode is null ? record : record with { PostalCode = Typing.SlipOfDigits(record.PostalCode, ref dice) };

    public static PracticeRecord OtherPhone(PracticeRecord record, ref Dice dice) => record with { Phone = Residences.Phone(ref dice) };

    public static PracticeRecord DropPhone(PracticeRecord record, ref Dice dice) => record with { Phone = null };

    public static PracticeRecord DropSex(PracticeRecord record, ref Dice dice) => record with { IsFemale = null };
}
