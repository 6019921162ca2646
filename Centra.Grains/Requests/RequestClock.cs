using Centra.Housekeeping;
using Centra.Storage;
using Orleans;

namespace Centra.Requests;

/// <summary>
/// Wakes requests whose next deadline has come, and has those that wait for agreement, payment or release look again: a crash may have come
/// between the leaf's write and theirs. One durable reminder serves all requests; what is due is a row, so nothing is lost by a restart.
/// </summary>
public sealed class RequestClock(ReadStore store, IGrainFactory grains, IdSource ids, TimeProvider clock) : IHousekeepingTask
{
    private const int AtOnce = 200;

    /// <inheritdoc/>
    public string Name => "request-clock";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var due = await store.Database.ReadAsync(session => session.QueryAsync(
            "select request_id from request where due_at <= $1 order by due_at limit $2", row => row.GetString(0), now, (long)AtOnce));
        foreach (var id in due)
            await SendAsync(id, new Tick());
        var waiting = await store.Database.ReadAsync(session => session.QueryAsync(
            "select request_id from request where stage in ('Contracting', 'Fulfilment') and stage_since <= $1 order by stage_since limit $2", row => row.GetString(0), now, (long)AtOnce));
        foreach (var id in waiting)
            await SendAsync(id, new Advance());
        // A child became active, and a crash came before its parent was told.
        var children = await store.Database.ReadAsync(session => session.QueryAsync(
            "select c.request_id from request c join request p on p.request_id = c.parent_id where c.stage = 'Active' and p.stage in ('Active', 'Expired') limit $1", row => row.GetString(0), (long)AtOnce));
        foreach (var id in children)
            await SendAsync(id, new Advance());
        return due.Count;
    }

    private Task SendAsync(string id, RequestCommand command) =>
        grains.GetGrain<IDataRequestGrain>($"request/{id}").Handle(new CommandContext(ids.NewCommandId(), new Actor(RequestFactSource.Service, null)), command);
}
