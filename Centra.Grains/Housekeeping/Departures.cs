using Centra.Gate;
using Centra.Ingest;
using Centra.Practices;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;
using Orleans;

namespace Centra.Housekeeping;

/// <summary>Erases the identifiable data of practices that leave. Their opt-outs, the copies and their receipts stay.</summary>
public sealed class Departures(ReadStore read, Vault vault, Erasing erasing, Sweeping sweeping, IGrainFactory grains, IdSource ids, TimeProvider clock) : IHousekeepingTask
{
    private const int AtOnce = 50;

    // Two weeks to take an export along; the promise is thirty days.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    /// <inheritdoc/>
    public string Name => "departures";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var due = (clock.GetUtcNow() - Grace).ToUnixTimeMilliseconds();
        var leaving = await read.Database.ReadAsync(async session =>
        {
            await using var context = ReadContext.Over(session);
            return await context.Practices.AsNoTracking().Where(row => row.Standing == nameof(PracticeStanding.Leaving) && row.LeavingAt <= due).Select(row => row.PracticeId).ToListAsync();
        });
        foreach (var practiceId in leaving)
            await FinishAsync(practiceId);
        return leaving.Count;
    }

    private async Task FinishAsync(string practiceId)
    {
        long erased = 0;
        while (await EraseSomeAsync(practiceId) is { Count: > 0 } gone)
            erased += await sweeping.FinishAsync(gone);
        await vault.Database.WriteAsync(Fence.Shared, session => session.ExecuteAsync("delete from reference_resource where practice_id = $1", practiceId));
        await grains.GetGrain<IPracticeGrain>($"practice/{practiceId}").Handle(new CommandContext(ids.NewCommandId(), new Actor("housekeeping", null)), new FinishLeaving(erased));
    }

    private Task<List<GonePatient>> EraseSomeAsync(string practiceId) => vault.Database.WriteAsync(Fence.Shared, async session =>
    {
        await StageTools.LockPracticeAsync(session, practiceId);
        var gone = new List<GonePatient>();
        foreach (var row in await Patients.OfPracticeAsync(session, practiceId, AtOnce))
        {
            await erasing.EraseAsync(session, row);
            gone.Add(new GonePatient(row.PatientNo, row.KeyNo));
        }
        return gone;
    });
}
