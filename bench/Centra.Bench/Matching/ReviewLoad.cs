namespace Centra.Bench.Matching;

/// <summary>
/// What reviewing false matches costs for a million people screened: strangers by pairs, and relatives by the share of people who have an
/// opted-out person in their household. That share is taken as if every relative were a patient, and opt-outs were drawn at random from ten
/// million live patients and themselves: more than it can be.
/// </summary>
public sealed record ReviewLoad(string NationalId, long RegisterSize, double StrangersShare, double RelativesShare)
{
    private const double LivePatients = 10_000_000;
    private const double HoursEach = 5.0 / 60;

    public double Share => StrangersShare + RelativesShare;

    public double OfficerHoursPerMillion => Share * 1_000_000 * HoursEach;

    public static ReviewLoad Of(StrangerMeasure strangers, IEnumerable<HouseholdMeasure> relatives)
    {
        var ofSize = relatives.Where(row => row.RegisterSize == strangers.RegisterSize).ToList();
        var optedOut = strangers.RegisterSize / (LivePatients + strangers.RegisterSize);
        var reviewedEach = 2.0 * ofSize.Sum(row => row.Review) / ofSize[0].People;
        return new ReviewLoad(strangers.NationalId, strangers.RegisterSize, strangers.ReviewShare.Share, optedOut * reviewedEach);
    }
}
