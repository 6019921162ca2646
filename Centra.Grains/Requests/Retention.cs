using Centra.Attachments;
using Centra.Housekeeping;
using Centra.Storage;
using Orleans;

namespace Centra.Requests;

/// <summary>
/// Removes the content of requests whose retention has ended, then documents that nothing names: drafts a year after their last change, what was denied, withdrawn, unavailable or not fulfilled after two.
/// What was agreed upon goes six years after its last effect, with agreement, ledger and release, and with their files.
/// </summary>
public sealed class Retention(ReadStore store, IGrainFactory grains, DocumentExpiry documents, FileExpiry files, IdSource ids, TimeProvider clock) : IHousekeepingTask
{
    private const int AtOnce = 500;

    // A draft counts from its last change, also where that was made before the request itself kept when.
    private const string NothingSince = "not exists (select 1 from event e where e.stream = 'request/' || request_id and e.at > $1)";

    /// <inheritdoc/>
    public string Name => "retention";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow();
        var removed = await RunAsync(RemovalRules.Drafts, $"stage = 'Draft' and {NothingSince}", now.AddYears(-1));
        removed += await RunAsync(RemovalRules.Applications, "stage in ('Denied', 'Withdrawn', 'Unavailable', 'NotFulfilled') and agreement_version = 0", now.AddYears(-2));
        removed += await RunAsync(RemovalRules.Agreements, "stage in ('Denied', 'Withdrawn', 'Closed', 'Declined', 'NotFulfilled') and agreement_version > 0", now.AddYears(-6));
        removed += await documents.RunAsync();
        return removed + await files.RunAsync();
    }

    // All of them, page after page: what a request itself refuses would keep the others waiting for ever.
    private async Task<int> RunAsync(string rule, string which, DateTimeOffset until)
    {
        var (after, removed) = ("", 0);
        while (await store.Database.ReadAsync(session => session.QueryAsync(
            $"select request_id from request where {which} and stage_since <= $1 and title <> '' and request_id > $2 order by request_id limit $3",
            row => row.GetString(0), until.ToUnixTimeMilliseconds(), after, (long)AtOnce)) is { Count: > 0 } due)
        {
            foreach (var id in due)
                removed += (await RemoveAsync(id, rule)).IsRefused ? 0 : 1;
            after = due[^1];
        }
        return removed;
    }

    private Task<Result<RequestAnswer>> RemoveAsync(string id, string rule) => grains.GetGrain<IDataRequestGrain>($"request/{id}")
        .Handle(new CommandContext(ids.NewCommandId(), new Actor(RequestFactSource.Service, null)), new RemoveContent(rule));
}
