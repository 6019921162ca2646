using System.Collections.Immutable;
using Centra.Datasets;
using Centra.Storage;
using Orleans;

namespace Centra.Releases;

/// <summary>Makes all files of an ordered release. The same order makes the same files, so that a crash in between costs nothing but time.</summary>
public sealed class ReleaseBuilding(IGrainFactory grains, IFileStore files)
{
    private readonly ExtractMaking _making = new(files);

    /// <summary>What can be seen to be wrong before anything is built; null: nothing.</summary>
    public async Task<Refusal?> WhatIsWrongAsync(BuildRelease build)
    {
        if (OrderRules.WhatIsWrong(build.Extracts, build.Approved) is { } wrong)
            return wrong;
        return (await PlansAsync(build.Extracts, build.Approved)).Refusal;
    }

    /// <summary>The command that records what came of an order.</summary>
    public async Task<ReleaseCommand> BuildAsync(ReleaseOrder order, CancellationToken cancellation)
    {
        var plans = await PlansAsync(order.Extracts, order.Approved);
        var built = plans.IsRefused ? plans.Refusal : await BuildAsync(order, plans.Value, cancellation);
        return built.IsRefused ? new RecordBuildFailure(order.Version, built.Refusal.Code, built.Refusal.Detail) : built.Value;
    }

    private async Task<Result<RecordBuild>> BuildAsync(ReleaseOrder order, ImmutableArray<ExtractPlan> plans, CancellationToken cancellation)
    {
        var (made, datasets) = (new List<ReleaseFile>(), new List<ManifestDataset>());
        foreach (var plan in plans)
        {
            var extract = await _making.MakeAsync(plan, cancellation);
            if (extract.IsRefused)
                return extract.Refusal;
            made.Add(extract.Value.File);
            made.Add(await PutAsync($"dictionary-{plan.Dataset.DatasetId}.csv", ReleaseTexts.Dictionary(plan), plan.Variables.Length, plan.Dataset.DatasetId, cancellation));
            datasets.Add(Described(order, plan, extract.Value.Check));
        }
        made.Add(await PutAsync("README.txt", ReleaseTexts.ReadMe(order, [.. datasets]), 0, "", cancellation));
        var manifest = new ReleaseManifest
        {
            RequestId = order.RequestId, Version = order.Version, PreparedBy = order.PreparedBy, PreparedAt = order.PreparedAt, Datasets = [.. datasets], Files = [.. made],
        };
        var stored = await PutAsync(ReleaseManifest.Name, manifest.Write(), 0, "", cancellation);
        return new RecordBuild(order.Version, stored.Sha256, [.. made, stored], [.. datasets.Select(dataset => dataset.Check)]);
    }

    // The catalogue is asked again when it is built: what its profile no longer lets out stays in.
    private async Task<Result<ImmutableArray<ExtractPlan>>> PlansAsync(ImmutableArray<ExtractOrder> orders, ImmutableArray<ApprovedDataset> approved)
    {
        var plans = ImmutableArray.CreateBuilder<ExtractPlan>();
        foreach (var order in orders)
        {
            var dataset = await grains.GetGrain<IDatasetGrain>($"dataset/{order.DatasetId}").View();
            var plan = dataset.IsRefused ? dataset.Refusal : ExtractPlan.Of(order, approved.First(one => one.DatasetId == order.DatasetId), dataset.Value);
            if (plan.IsRefused)
                return plan.Refusal;
            plans.Add(plan.Value);
        }
        return plans.ToImmutable();
    }

    private async Task<ReleaseFile> PutAsync(string name, byte[] content, long rows, string datasetId, CancellationToken cancellation) =>
        new(name, await files.PutAsync(content, cancellation), content.Length, rows, datasetId);

    private static ManifestDataset Described(ReleaseOrder order, ExtractPlan plan, ExtractCheck check) => new(
        plan.Dataset.DatasetId, plan.Dataset.Title, plan.Source.Number, plan.Source.Sha256, order.Approved.First(one => one.DatasetId == plan.Dataset.DatasetId),
        [.. plan.Variables.Select(variable => variable.Name)], plan.Conditions, plan.Generalisations, check);
}
