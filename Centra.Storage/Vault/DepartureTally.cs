namespace Centra.Storage;

/// <summary>What was erased of a practice that leaves, so far. Written in the transactions that erase.</summary>
/// <param name="Patients">Patients.</param>
/// <param name="Records">Their identifiable records, the patient records included.</param>
/// <param name="ReferenceRecords">Organizations, practitioners and the like.</param>
public sealed record DepartureTally(long Patients, long Records, long ReferenceRecords)
{
    /// <summary>Nothing.</summary>
    public static DepartureTally None { get; } = new(0, 0, 0);

    /// <summary>What stands for a practice.</summary>
    public static async Task<DepartureTally> FindAsync(DbSession session, string practiceId) => await session.FindAsync(
        "select patients, records, reference_records from departure where practice_id = $1",
        row => new DepartureTally(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), practiceId) ?? None;

    /// <summary>Adds this to what stands for a practice.</summary>
    public Task AddAsync(DbSession session, string practiceId) => session.ExecuteAsync(
        "insert into departure (practice_id, patients, records, reference_records) values ($1, $2, $3, $4) on conflict (practice_id) do update set "
        + "patients = departure.patients + excluded.patients, records = departure.records + excluded.records, "
        + "reference_records = departure.reference_records + excluded.reference_records", practiceId, Patients, Records, ReferenceRecords);
}
