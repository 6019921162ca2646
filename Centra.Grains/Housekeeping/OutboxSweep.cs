using Centra.Access;
using Centra.Agreements;
using Centra.Billing;
using Centra.Datasets;
using Centra.Ingest;
using Centra.Institutions;
using Centra.People;
using Centra.Practices;
using Centra.Recording;
using Centra.Releases;
using Centra.Requests;
using Centra.Reviews;
using Centra.Rules;
using Centra.Storage;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Housekeeping;

/// <summary>Finds grains that were written since the last sweep and has them send what may not have reached the read model.</summary>
public sealed partial class OutboxSweep(IModifiedGrains modified, ReadStore store, IGrainFactory grains, ILogger<OutboxSweep> log) : IHousekeepingTask
{
    private const int AtOnce = 200;

    // State name to the grain that has it.
    private readonly Dictionary<string, Func<string, IRecordedGrain>> _kinds = new()
    {
        ["job"] = key => grains.GetGrain<IIngestJobGrain>(key),
        ["request"] = key => grains.GetGrain<IDataRequestGrain>(key),
        ["practice"] = key => grains.GetGrain<IPracticeGrain>(key),
        ["person"] = key => grains.GetGrain<IPersonGrain>(key),
        ["look-grant"] = key => grains.GetGrain<ILookGrantGrain>(key),
        ["break-glass"] = key => grains.GetGrain<IBreakGlassGrain>(key),
        ["ledger"] = key => grains.GetGrain<ILedgerGrain>(key),
        ["unmatched"] = key => grains.GetGrain<IUnmatchedPaymentGrain>(key),
        ["agreement"] = key => grains.GetGrain<IAgreementGrain>(key),
        ["disclosure"] = key => grains.GetGrain<IDisclosureGrain>(key),
        ["release"] = key => grains.GetGrain<IReleaseGrain>(key),
        ["rules"] = key => grains.GetGrain<IRulesGrain>(key),
        ["dataset"] = key => grains.GetGrain<IDatasetGrain>(key),
        ["cohorts"] = key => grains.GetGrain<ICohortGrain>(key),
        ["institution"] = key => grains.GetGrain<IInstitutionGrain>(key),
        ["reviewer"] = key => grains.GetGrain<IReviewerGrain>(key),
        ["committee"] = key => grains.GetGrain<ICommitteeGrain>(key),
    };

    /// <inheritdoc/>
    public string Name => StateAge.Sweep;

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var (swept, held) = (0, long.MaxValue);
        var after = await store.Database.ReadAsync(session => session.NumberAsync("select position from sweep_checkpoint where name = $1", Name));
        while (await modified.ModifiedSinceAsync(after, AtOnce) is { Count: > 0 } states)
        {
            foreach (var state in states.Where(state => _kinds.ContainsKey(state.StateName)))
            {
                if (!await DrainAsync(state.StateName, state.Key))
                    held = Math.Min(held, state.Modified - 1);
            }
            after = states.Max(state => state.Modified);
            swept += states.Count;
            await store.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
                "insert into sweep_checkpoint (name, position) values ($1, $2) on conflict (name) do update set position = excluded.position", Name, Math.Min(after, held)));
        }
        return swept;
    }

    // Others go on whatever one meets. A broken stream stops itself, loudly; anything else may pass, and the next sweep begins here again.
    private async Task<bool> DrainAsync(string kind, string key)
    {
        try
        {
            await _kinds[kind](key).Drain();
            return true;
        }
        catch (Exception error)
        {
            LogNotSwept(error, key);
            return error is StreamBrokenException || error.InnerException is StreamBrokenException;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Stream} could not be swept")]
    private partial void LogNotSwept(Exception error, string stream);
}
