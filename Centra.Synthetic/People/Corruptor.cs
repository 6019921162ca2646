namespace Centra.Synthetic;

/// <summary>
/// Writes people down the way practices do: mostly right, with slips, missing and exchanged fields, another address after a move, another
/// name after a wedding. Each person gets one to three faults.
/// </summary>
/// <param name="seed">The same person under the same seed gets the same faults.</param>
public sealed class Corruptor(ulong seed)
{
    private delegate PracticeRecord Fault(PracticeRecord record, ref Dice dice);

    private static readonly WeightedList<Fault> Faults = new(
    [
        (NameFaults.SlipInGiven, 12), (NameFaults.SlipInFamily, 14), (NameFaults.ExchangeNames, 4), (NameFaults.DropMiddle, 12),
        (NameFaults.Nickname, 4),
        (NameFaults.Marry, 4), (NameFaults.DropGiven, 1), (NameFaults.HalveFamily, 2), (NameFaults.Shout, 6),
        (NumberFaults.SlipInBirthDate, 6), (NumberFaults.ExchangeDayAndMonth, 3), (NumberFaults.DropBirthDate, 2),
        (NumberFaults.OtherBirthDate, 1),
        (NumberFaults.SlipInSsn, 6), (NumberFaults.DropSsn, 16), (NumberFaults.LastFourOfSsn, 5),
        (ResidenceFaults.Move, 12), (ResidenceFaults.SlipInAddress, 10), (ResidenceFaults.DropAddress, 4),
        (ResidenceFaults.SlipInPostalCode, 5),
        (ResidenceFaults.OtherPhone, 14), (ResidenceFaults.DropPhone, 10), (ResidenceFaults.DropSex, 4),
    ]);

    /// <summary>The person with faults.</summary>
    public PracticeRecord Corrupt(Person person)
    {
        var dice = Dice.Of(seed, (ulong)person.Number);
        var record = PracticeRecord.Of(person) with { FormerFamily = [] };
        for (var count = dice.Between(1, 3); count > 0; count--)
            record = Faults.Pick(ref dice)(record, ref dice);
        return record;
    }
}
