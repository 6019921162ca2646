using Centra.Gate;
using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Access;

/// <summary>Shows an officer the identity that an open item of the review lane is about. Nowhere else is a held patient shown.</summary>
public sealed class HeldLooking(Entitling entitling, LookBook book, PatientContents contents)
{
    /// <summary>The identity, as far as matching review shows.</summary>
    public async Task<Result<PatientView>> IdentityAsync(Looker officer, string? breakGlass, string itemId)
    {
        var allowed = await entitling.AskAsync(officer, new LookAsk(Purposes.MatchingReview, breakGlass));
        if (allowed.IsRefused)
            return allowed.Refusal;
        var rows = await book.RecordAsync(allowed.Value, session => HeldAsync(session, itemId));
        var stored = (await contents.ReadAsync(rows)).Values.SingleOrDefault();
        return stored is null ? AccessRefusal.NothingIsHeld : PatientView.Of(stored, allowed.Value.Purpose);
    }

    private static async Task<IReadOnlyList<PatientRow>> HeldAsync(DbSession session, string itemId) =>
        await ReviewItems.FindAsync(session, itemId) is { State: ReviewState.Open or ReviewState.Proposed } item
        && await Patients.FindAsync(session, item.PatientNo) is { Status: PatientStatus.Held or PatientStatus.Live } row ? [row] : [];
}
