namespace Centra.Releases;

/// <summary>
/// K-anonymity over the quasi-identifiers of an extract. Rows of a combination that fewer than k share are made coarser; those that are still too few
/// are left out. What stays is whole combinations of at least k rows each, as they stand in the file.
/// </summary>
internal sealed class Thinning(ExtractPlan plan)
{
    private readonly Coarsening _coarsening = new(plan);
    private readonly GroupCounts _asTheyAre = new(plan.QuasiPlaces);
    private readonly GroupCounts _asTheyLeave = new(plan.QuasiPlaces);

    /// <summary>Whether nothing has to be counted.</summary>
    public bool IsExempt => plan.K == 0;

    /// <summary>Whether there are more combinations than can be counted.</summary>
    public bool IsOverfull => _asTheyAre.IsOverfull || _asTheyLeave.IsOverfull;

    /// <summary>Rows that were asked about.</summary>
    public long Selected { get; private set; }

    /// <summary>Rows that leave coarser than they are.</summary>
    public long Generalised { get; private set; }

    /// <summary>Rows that do not leave.</summary>
    public long Dropped { get; private set; }

    /// <summary>First time through: counts the row as it is.</summary>
    public void Count(string[] row) => _asTheyAre.Add(row);

    /// <summary>Second time through: counts the row as it would leave.</summary>
    public void CountAgain(string[] row) => _asTheyLeave.Add(Leaving(row));

    /// <summary>Third time: the row as it leaves; null: it does not.</summary>
    public string[]? Pass(string[] row)
    {
        Selected++;
        if (IsExempt)
            return row;
        var leaving = Leaving(row);
        if (_asTheyLeave.Of(leaving) < plan.K)
        {
            Dropped++;
            return null;
        }
        Generalised += ReferenceEquals(leaving, row) ? 0 : 1;
        return leaving;
    }

    private string[] Leaving(string[] row) => _coarsening.DoesNothing || _asTheyAre.Of(row) >= plan.K ? row : _coarsening.Of(row);
}
