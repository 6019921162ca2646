using Centra.Practices;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;
using Orleans;

namespace Centra.Housekeeping;

/// <summary>Erases the identifiable data of practices that leave. Their opt-outs, the copies and their receipts stay.</summary>
public sealed class Departures(ReadStore read, PracticeErasure erasure, IGrainFactory grains, IdSource ids, TimeProvider clock) : IHousekeepingTask
{
    /// <inheritdoc/>
    public string Name => "departures";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var leaving = await DueAsync((clock.GetUtcNow() - PracticeExport.Grace).ToUnixTimeMilliseconds());
        foreach (var (practiceId, since) in leaving)
            await FinishAsync(practiceId, DateTimeOffset.FromUnixTimeMilliseconds(since));
        return leaving.Count;
    }

    private Task<List<(string PracticeId, long Since)>> DueAsync(long due) => read.Database.ReadAsync(async session =>
    {
        await using var context = ReadContext.Over(session);
        var rows = await context.Practices.AsNoTracking().Where(row => row.Standing == nameof(PracticeStanding.Leaving) && row.LeavingAt <= due).ToListAsync();
        return rows.ConvertAll(row => (row.PracticeId, row.LeavingAt!.Value));
    });

    // The read model may be behind: whoever has left already is not certified again.
    private async Task FinishAsync(string practiceId, DateTimeOffset since)
    {
        var practice = grains.GetGrain<IPracticeGrain>($"practice/{practiceId}");
        if (await practice.View() is not { Value.Standing: PracticeStanding.Leaving })
            return;
        var certificate = await erasure.RunAsync(practiceId, since);
        await practice.Handle(new CommandContext(ids.NewCommandId(), new Actor("housekeeping", null)), new FinishLeaving(certificate.PatientsErased, certificate));
    }
}
