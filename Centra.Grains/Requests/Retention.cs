using Centra.Housekeeping;
using Centra.Storage;
using Orleans;

namespace Centra.Requests;

/// <summary>
/// Removes the content of requests whose retention has ended: drafts after a year, what was denied, withdrawn or unavailable after two. What was
/// agreed upon stays: agreements and their requests are kept six years after their last effect.
/// </summary>
public sealed class Retention(ReadStore store, IGrainFactory grains, IdSource ids, TimeProvider clock) : IHousekeepingTask
{
    private const int AtOnce = 500;

    /// <inheritdoc/>
    public string Name => "retention";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow();
        var drafts = await RunAsync(RemovalRules.Drafts, "stage = 'Draft'", now.AddYears(-1));
        return drafts + await RunAsync(RemovalRules.Applications, "stage in ('Denied', 'Withdrawn', 'Unavailable') and agreement_version = 0", now.AddYears(-2));
    }

    private async Task<int> RunAsync(string rule, string which, DateTimeOffset until)
    {
        var due = await store.Database.ReadAsync(session => session.QueryAsync(
            $"select request_id from request where {which} and stage_since <= $1 and title <> '' order by stage_since limit $2", row => row.GetString(0), until.ToUnixTimeMilliseconds(), (long)AtOnce));
        var removed = 0;
        foreach (var id in due)
            removed += (await RemoveAsync(id, rule)).IsRefused ? 0 : 1;
        return removed;
    }

    private Task<Result<RequestAnswer>> RemoveAsync(string id, string rule) => grains.GetGrain<IDataRequestGrain>($"request/{id}")
        .Handle(new CommandContext(ids.NewCommandId(), new Actor(RequestFactSource.Service, null)), new RemoveContent(rule));
}
