using Centra.Gate;
using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>Hides a patient who may be somebody that opted out, and queues the question for an officer.</summary>
public sealed class Holding(IdSource ids, TimeProvider clock)
{
    /// <summary>How long an item waits for a decision before its content is purged.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>Hides a stored patient: its row is held, its copies are in no list.</summary>
    public async Task HideAsync(DbSession session, PatientRow row)
    {
        if (row.Status is not PatientStatus.Held)
            await Patients.ReplaceAsync(session, row with { Status = PatientStatus.Held }, row.Tokens, clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (row.Pseudonym is not null)
            await Copies.HideAsync(session, row.Pseudonym, hidden: true);
    }

    /// <summary>Opens an item for each opt-out in question, or refreshes the open one.</summary>
    /// <param name="session">A fenced transaction.</param>
    /// <param name="row">The patient.</param>
    /// <param name="hits">The opt-outs.</param>
    /// <param name="kind">How the patient came here.</param>
    /// <param name="isAnother">Whether the identity is another than before: what was said and proposed of the former one no longer counts.</param>
    public async Task QueueAsync(DbSession session, PatientRow row, IEnumerable<OptOutHit> hits, ReviewKind kind, bool isAnother)
    {
        var now = clock.GetUtcNow();
        foreach (var hit in hits)
        {
            await ReviewItems.OpenAsync(session, new ReviewItemRow(
                ids.NewId("review"), row.PracticeId, row.PatientNo, row.IdHash, hit.Ordinal, kind, ReviewState.Open, hit.Decision.Pattern.ToString(),
                now.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), (now + Patience).ToUnixTimeMilliseconds(),
                ReviewQuestion.None, null, ReviewAnswer.None, null, null, null, null, null), isAnother);
        }
    }
}
