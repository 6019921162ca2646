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
    private const int AtOnce = 200;

    private const string Due = "select request_id from request where due_at <= $1 and request_id > $2 order by request_id limit $3";
    private const string Waiting = "select request_id from request where stage in ('Contracting', 'Fulfilment') and stage_since <= $1 and request_id > $2 order by request_id limit $3";

    // A child became active, and a crash came before its parent was told.
    private const string Untold =
        "select c.request_id from request c join request p on p.request_id = c.parent_id "
        + "where c.stage = 'Active' and p.stage in ('Active', 'Expired') and c.stage_since <= $1 and c.request_id > $2 order by c.request_id limit $3";

    // The request ended, and a crash came before its offer did.
    private const string StillOffered =
        "select r.request_id from request r join agreement a on a.request_id = r.request_id "
        + "where r.stage in ('Declined', 'Withdrawn', 'NotFulfilled', 'Revoked') and a.standing in ('Issued', 'InstitutionSigned') and r.stage_since <= $1 and r.request_id > $2 order by r.request_id limit $3";

    // Ended before a request that ends closed its ballot.
    private const string StillSealed =
        "select request_id from request where is_sealed = 1 and title <> '' and stage in ('Denied', 'Withdrawn', 'Unavailable', 'Declined', 'NotFulfilled') "
        + "and stage_since <= $1 and request_id > $2 order by request_id limit $3";

    // A payment was taken back, and a crash came before access was paused: nothing can be downloaded meanwhile, but nobody is told either.
    private const string Unpaused =
        "select r.request_id from request r where r.stage = 'Active' and r.paused is null and r.stage_since <= $1 and r.request_id > $2 "
        + "and exists (select 1 from invoice i where i.request_id = r.request_id and i.balance_cents > 0) order by r.request_id limit $3";

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

    // All of them, page after page: with a limit alone the first ones would keep the others waiting for ever.
    private async Task<int> SendAsync(string sql, RequestCommand command)
    {
        var (now, after, sent) = (clock.GetUtcNow().ToUnixTimeMilliseconds(), "", 0);
        while (await store.Database.ReadAsync(session => session.QueryAsync(sql, row => row.GetString(0), now, after, (long)AtOnce)) is { Count: > 0 } page)
        {
            foreach (var id in page)
                await WakeAsync(id, command);
            (after, sent) = (page[^1], sent + page.Count);
        }
        return sent;
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
