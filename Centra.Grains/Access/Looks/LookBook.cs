using Centra.Storage;

namespace Centra.Access;

/// <summary>Writes looks down. Reads happen in the same transaction, so that what is handed out was live when the look was recorded.</summary>
public sealed class LookBook(Vault vault, TimeProvider clock)
{
    /// <summary>Chooses patients, records the look at them, and answers after the commit. Nothing chosen, nothing recorded.</summary>
    /// <param name="look">The look.</param>
    /// <param name="choose">Reads the rows.</param>
    public Task<IReadOnlyList<PatientRow>> RecordAsync(AllowedLook look, Func<DbSession, Task<IReadOnlyList<PatientRow>>> choose) =>
        vault.Database.WriteAsync(Fence.None, async session =>
        {
            var rows = await choose(session);
            foreach (var practice in rows.GroupBy(row => row.PracticeId))
                await Looks.AddAsync(session, Entry(look, practice.Key, look.Purpose.FieldList()), [.. practice.Select(row => row.IdHash)]);
            return rows;
        });

    /// <summary>Records one look at a live patient; null where there is none.</summary>
    /// <param name="look">The look.</param>
    /// <param name="patient">The patient.</param>
    public async Task<PatientRow?> RecordOneAsync(AllowedLook look, Key128 patient) => (await RecordAsync(look, async session =>
        await PatientReads.LiveAsync(session, patient) is { } row && (look.Looker.PracticeId is null || row.PracticeId == look.Looker.PracticeId) ? [row] : [])).SingleOrDefault();

    /// <summary>The row of a look, for whoever records it in a transaction of their own.</summary>
    public LookRow Entry(AllowedLook look, string practiceId, string fields) => new(
        0, clock.GetUtcNow().ToUnixTimeMilliseconds(), look.Looker.Who, look.Looker.Role, practiceId, default, look.Purpose.Id, fields, look.BreakGlass);
}
