using Centra.Housekeeping;
using Centra.Storage;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Requests;

/// <summary>
/// Wakes requests whose next deadline has come, and has those that wait for agreement, payment or release look again: a crash may have come
/// between the leaf's write and theirs. One durable reminder serves all requests; what is due is a row, so nothing is lost by a restart.
/// </summary>
public sealed partial class RequestClock(ReadStore store, IGrainFactory grains, IdSource ids, TimeProvider clock, ILogger<RequestClock> log) : IHousekeepingTask
{
    // Each begins where few rows are, whatever the databases know of their number: they are asked every minute, and what ended stays in the table.
    internal const string Due = "select request_id from request where due_at <= $1";
    internal const string Waiting = "select request_id from request where stage in ('Contracting', 'Fulfilment') and stage_since <= $1";

    // A child became active, and a crash came before its parent was told.
    internal const string Untold =
        "select c.request_id from request c cross join request p where c.parent_id is not null and p.request_id = c.parent_id "
        + "and c.stage = 'Active' and p.stage in ('Active', 'Expired') and c.stage_since <= $1";

    // The request ended, and a crash came before its offer did.
    internal const string StillOffered =
        "select r.request_id from agreement a cross join request r where a.standing in ('Issued', 'InstitutionSigned') and r.request_id = a.request_id "
        + "and r.stage in ('Declined', 'Withdrawn', 'NotFulfilled', 'Revoked') and r.stage_since <= $1";

    // Ended before a request that ends closed its ballot.
    internal const string StillSealed =
        "select request_id from request where is_sealed = 1 and title <> '' and stage in ('Denied', 'Withdrawn', 'Unavailable', 'Declined', 'NotFulfilled') and stage_since <= $1";

    // A payment was taken back, and a crash came before access was paused: nothing can be downloaded meanwhile, but nobody is told either.
    internal const string Unpaused =
        "select distinct r.request_id from invoice i cross join request r where i.balance_cents > 0 and r.request_id = i.request_id "
        + "and r.stage = 'Active' and r.paused is null and r.stage_since <= $1";

    /// <inheritdoc/>
    public string Name => "request-clock";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var woken = await SendAsync(Due, new Tick());
        await SendAsync(Waiting, new Advance());
        await SendAsync(Untold, new Advance());
        await SendAsync(Unpaused, new Advance());
        await SendAsync(StillOffered, new Advance());
        await SendAsync(StillSealed, new Advance());
        return woken;
    }

    // All of them, by id alone: with a limit the first ones would keep the others waiting for ever.
    private async Task<int> SendAsync(string sql, RequestCommand command)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var all = await store.Database.ReadAsync(session => session.QueryAsync(sql, row => row.GetString(0), now));
        foreach (var id in all)
            await WakeAsync(id, command);
        return all.Count;
    }

    // One request that cannot be woken is told of; it does not keep the others from being woken.
    private async Task WakeAsync(string id, RequestCommand command)
    {
        try
        {
            await grains.GetGrain<IDataRequestGrain>($"request/{id}").Handle(new CommandContext(ids.NewCommandId(), new Actor(RequestFactSource.Service, null)), command);
        }
        catch (Exception error)
        {
            LogNotWoken(error, id);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} could not be woken; it is tried again in a minute")]
    private partial void LogNotWoken(Exception error, string requestId);
}
