using Centra.Matching;
using Centra.Storage;

namespace Centra.Gate;

/// <summary>
/// Removes patients inside an exclusive transaction: unreadable from its commit on. What is left of them after the first rows is
/// swept afterwards, and found again by the sweep at start.
/// </summary>
public sealed class Erasing(PatientContents contents, GateKeys keys, OptOutMatcher matcher, TimeProvider clock)
{
    /// <summary>Rows that are deleted inside the transaction; the rest is swept, so that nobody waits for a long one.</summary>
    public const int RowsAtOnce = 2_000;

    /// <summary>The stored patients that an opt-out may be of, decided.</summary>
    /// <param name="session">Where.</param>
    /// <param name="optOut">The opt-out's comparators.</param>
    /// <param name="tokens">The opt-out's tokens.</param>
    /// <param name="ordinal">The opt-out's number, which says how many there are. A replay decides as it was decided then.</param>
    public async Task<MatchedPatients> MatchAsync(DbSession session, Comparators optOut, IEnumerable<byte[]> tokens, long ordinal)
    {
        var candidates = await Patients.CandidatesAsync(session, tokens);
        var decided = (await contents.ReadAsync(candidates)).Values
            .Select(patient => (Patient: patient, Decision: Decide(optOut, patient, ordinal))).ToList();
        return new MatchedPatients(
            [.. decided.Where(one => one.Decision.Outcome is MatchOutcome.Suppressed).Select(one => one.Patient)],
            [.. decided.Where(one => one.Decision.Outcome is MatchOutcome.Review)]);
    }

    /// <summary>Marks a patient gone, cuts the link to the copies, deletes the first rows. The copies stay.</summary>
    /// <returns>How many identifiable records are gone with this, the patient record included.</returns>
    public async Task<long> EraseAsync(DbSession session, PatientRow row, int rowsAtOnce = RowsAtOnce)
    {
        var records = await Resources.CountAsync(session, row.PatientNo);
        await Patients.ReplaceAsync(session, row with { Status = PatientStatus.Going, Content = null, ContentHash = null, Tokens = null, Pseudonym = null },
            row.Tokens, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await Resources.RemoveSomeAsync(session, row.PatientNo, rowsAtOnce);
        await Copies.ForgetPromisesAsync(session, row.PatientNo);
        // Hidden while held, and after the release until the copies were completed: both end here.
        if (row.Pseudonym is not null)
            await Copies.HideAsync(session, row.Pseudonym, hidden: false);
        await ReviewItems.EndAsync(session, row.PatientNo, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return records + 1;
    }

    /// <summary>From here on tokens are made for the epochs of the head. Called first in a transaction that stores any.</summary>
    public Task FollowAsync(RegisterWrite write) => keys.FollowAsync(write.Session, write.Head);

    /// <summary>Tokens of "this practice's patient with this id", for every epoch in force.</summary>
    public TokenSet PatientIdTokens(string practiceId, string patientId) =>
        TokenSet.Of(Normaliser.Normalise(new PersonIdentity { PatientIds = [patientId] }), practiceId, keys.Current);

    /// <summary>All tokens of a stored patient, for every epoch in force.</summary>
    public IReadOnlyList<EpochTokens> Tokens(StoredPatient patient) => TokenSet.Of(patient.Identity(), patient.Row.PracticeId, keys.Current).ByEpoch();

    private MatchDecision Decide(Comparators optOut, StoredPatient patient, long registered) => FellegiSunter.Decide(
        optOut, matcher.ComparatorsOf(patient.Identity(), patient.Row.PracticeId), OptOutMatcher.Model, registered);
}

/// <summary>Stored patients by what an opt-out says of them.</summary>
public sealed record MatchedPatients(IReadOnlyList<StoredPatient> Suppressed, IReadOnlyList<(StoredPatient Patient, MatchDecision Decision)> Review);
