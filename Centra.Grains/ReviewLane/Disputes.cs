using Centra.Gate;
using Centra.Matching;
using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>Open disputes: the practice says that a patient is somebody else, and officers have not decided.</summary>
internal static class Disputes
{
    /// <summary>Whether every opt-out that would keep a patient out is disputed: then it is held, however often it is sent meanwhile.</summary>
    public static async Task<bool> CoverAsync(DbSession session, PatientRow? row, ScreenedPerson person)
    {
        if (row is not { Status: PatientStatus.Held })
            return false;
        var disputed = (await ReviewItems.OpenOfPatientAsync(session, row.PatientNo)).Where(item => item.Kind is ReviewKind.Dispute).Select(item => item.Ordinal).ToHashSet();
        return person.Hits.Where(hit => hit.Decision.Outcome is MatchOutcome.Suppressed).All(hit => disputed.Contains(hit.Ordinal));
    }
}
