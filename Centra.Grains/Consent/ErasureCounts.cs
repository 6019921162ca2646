namespace Centra.Consent;

/// <summary>What an opt-out removed: in the sending practice, which its receipt says, and in all, which only officers see.</summary>
public sealed class ErasureCounts(string practiceId)
{
    /// <summary>The sending practice's patients, records and held patients.</summary>
    public OptOutTotals Own { get; private set; } = new(0, 0, 0);

    /// <summary>Those of all practices.</summary>
    public OptOutTotals All { get; private set; } = new(0, 0, 0);

    /// <summary>Counts an erased patient.</summary>
    public void Erased(string practice, long records) => Count(practice, new OptOutTotals(1, records, 0));

    /// <summary>Counts a held patient.</summary>
    public void Held(string practice) => Count(practice, new OptOutTotals(0, 0, 1));

    private void Count(string practice, OptOutTotals more)
    {
        All = Sum(All, more);
        if (practice == practiceId)
            Own = Sum(Own, more);
    }

    private static OptOutTotals Sum(OptOutTotals left, OptOutTotals right) =>
        new(left.PatientsErased + right.PatientsErased, left.RecordsErased + right.RecordsErased, left.PatientsHeld + right.PatientsHeld);
}
