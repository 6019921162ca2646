using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>Lets a held patient in once nothing undecided is left about it. Copies that were not made meanwhile are made afterwards.</summary>
public sealed class Releasing(TimeProvider clock)
{
    /// <summary>Opt-outs are no longer in force: what was undecided about them is moot, and patients that were held only for them come free.</summary>
    public async Task EndItemsOfAsync(DbSession session, IReadOnlyCollection<long> ordinals)
    {
        foreach (var item in await ReviewItems.UndecidedOfOptOutsAsync(session, ordinals))
        {
            await ReviewItems.SaveAsync(session, item with { State = ReviewState.Moot, UpdatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() });
            await ReleaseAsync(session, item.PatientNo);
            await AdmitAgainAsync(session, item.PatientNo);
        }
    }

    /// <summary>Closes the item of a patient and an opt-out as it was decided by an operation that is replayed: whoever decided may ask again.</summary>
    public static async Task CloseAsync(DbSession session, PatientRow patient, long ordinal, ReviewState state, string? by, long at)
    {
        foreach (var item in (await ReviewItems.OpenOfPatientAsync(session, patient.PatientNo)).Where(item => item.Ordinal == ordinal))
            await ReviewItems.SaveAsync(session, item with { State = state, DecidedBy = by, DecidedAt = at, UpdatedAt = at });
    }

    /// <summary>Releases a patient unless another item about it is undecided.</summary>
    public async Task ReleaseAsync(DbSession session, long patientNo)
    {
        if (await Patients.FindAsync(session, patientNo) is not { Status: PatientStatus.Held } row || await ReviewItems.OpenOfPatientAsync(session, patientNo) is { Count: > 0 })
            return;
        await Patients.ReplaceAsync(session, row with { Status = PatientStatus.Live }, row.Tokens, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await Patients.SetCopiesDueAsync(session, patientNo, due: true);
    }

    // Of a withheld patient nothing is left to release. Its row goes, so that the next load counts as a new one, and records that come before it
    // are told that nobody knows their patient: they would be dropped as waiting for a decision that nobody is asked for any more.
    private static async Task AdmitAgainAsync(DbSession session, long patientNo)
    {
        if (await Patients.FindAsync(session, patientNo) is { Status: PatientStatus.Withheld } && !await ReviewItems.HasExpiredAsync(session, patientNo))
            await session.ExecuteAsync("update patient set status = $2 where patient_no = $1", patientNo, (long)PatientStatus.Going);
    }
}
