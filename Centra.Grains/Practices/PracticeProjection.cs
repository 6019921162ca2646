using System.Globalization;
using Centra.Recording;
using Centra.Storage;

namespace Centra.Practices;

/// <summary>Keeps the list of practices.</summary>
public sealed class PracticeProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "practice/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var practiceId = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<PracticeJoined>() is { } joined)
        {
            context.Practices.Add(new PracticeRow
            {
                PracticeId = practiceId,
                Name = joined.Name,
                Standing = nameof(PracticeStanding.Joining),
                JoinedAt = joined.At.ToUnixTimeMilliseconds(),
            });
            return;
        }
        var row = await context.Practices.FindAsync(practiceId) ?? throw new StreamBrokenException($"Practice {practiceId} has no row.");
        if (recorded.Read<AgreementRecorded>() is { } agreement)
            row.AgreementUntil = agreement.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        else if (recorded.Read<PatientsInformedAttested>() is { } attested)
            (row.AttestedAt, row.OffersOptOut) = (attested.At.ToUnixTimeMilliseconds(), attested.OffersOptOut ? 1 : 0);
        else if (StandingAfter(recorded) is { } standing)
            row.Standing = standing.ToString();
        if (recorded.Read<LeavingBegun>() is { } leaving)
            row.LeavingAt = leaving.At.ToUnixTimeMilliseconds();
    }

    private static PracticeStanding? StandingAfter(RecordedEvent recorded) => recorded.Type switch
    {
        nameof(PracticeActivated) => PracticeStanding.Active,
        nameof(LeavingBegun) => PracticeStanding.Leaving,
        nameof(PracticeLeft) => PracticeStanding.Left,
        _ => null,
    };
}
