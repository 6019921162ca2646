using Centra.Alarms;
using Centra.Practices;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Housekeeping;

/// <summary>
/// Erases the identifiable data of practices that leave. Their opt-outs, the copies and their receipts stay. One that cannot be erased holds up no other, and
/// is tried again every hour; after a day of that officers are told, while there is time to keep the promise of thirty days.
/// </summary>
public sealed partial class Departures(
    ReadStore read, PracticeErasure erasure, IGrainFactory grains, AlarmBell bell, IdSource ids, TimeProvider clock, ILogger<Departures> log) : IHousekeepingTask
{
    private static readonly TimeSpan Stuck = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Name => "departures";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow();
        var leaving = await DueAsync((now - PracticeExport.Grace).ToUnixTimeMilliseconds());
        var failed = new List<(string PracticeId, DateTimeOffset Since)>();
        foreach (var one in leaving)
            if (!await TryFinishAsync(one.PracticeId, one.Since))
                failed.Add(one);
        foreach (var (practiceId, since) in failed.Where(one => now - one.Since > PracticeExport.Grace + Stuck))
            await bell.RingAsync(AlarmKind.ErasureIsStuck, practiceId,
                $"The data of a practice that leaves cannot be erased; it goes on being tried every hour. They have to be gone by {since + PracticeExport.Promise:yyyy-MM-dd}. The log says what fails.");
        return leaving.Count - failed.Count;
    }

    private Task<List<(string PracticeId, DateTimeOffset Since)>> DueAsync(long due) => read.Database.ReadAsync(async session =>
    {
        await using var context = ReadContext.Over(session);
        var rows = await context.Practices.AsNoTracking().Where(row => row.Standing == nameof(PracticeStanding.Leaving) && row.LeavingAt <= due).ToListAsync();
        return rows.ConvertAll(row => (row.PracticeId, DateTimeOffset.FromUnixTimeMilliseconds(row.LeavingAt!.Value)));
    });

    private async Task<bool> TryFinishAsync(string practiceId, DateTimeOffset since)
    {
        try
        {
            await FinishAsync(practiceId, since);
            return true;
        }
        catch (Exception error)
        {
            LogNotErased(practiceId, error.GetType().FullName, error.StackTrace);
            return false;
        }
    }

    // The read model may be behind: whoever has left already is not certified again.
    private async Task FinishAsync(string practiceId, DateTimeOffset since)
    {
        var practice = grains.GetGrain<IPracticeGrain>($"practice/{practiceId}");
        if (await practice.View() is not { Value.Standing: PracticeStanding.Leaving })
            return;
        var certificate = await erasure.RunAsync(practiceId, since);
        await practice.Handle(new CommandContext(ids.NewCommandId(), new Actor("housekeeping", null)), new FinishLeaving(certificate.PatientsErased, certificate));
    }

    // Its type and where, never its message, which may hold content.
    [LoggerMessage(1, LogLevel.Error, "The data of {PracticeId}, which leaves, could not be erased: {Error}\n{Trace}")]
    private partial void LogNotErased(string practiceId, string? error, string? trace);
}
