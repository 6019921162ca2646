using Centra.Datasets;
using Centra.Reviews;
using Centra.Rules;
using Orleans;

namespace Centra.Starting;

/// <summary>
/// What a new installation begins with: the rules' first versions, the first committee, the first catalogue. Whatever is there already is
/// left as it is, so that every start may run it.
/// </summary>
public sealed class FirstContents(IGrainFactory grains)
{
    private const string Host = "host";
    private const string Note = "What this service begins with.";

    /// <summary>Makes what is missing.</summary>
    public async Task MakeAsync()
    {
        await Task.WhenAll(RulesKinds.All.Select(PublishAsync));
        await FoundAsync();
        await Task.WhenAll(Catalogue.First().Select(AddAsync));
    }

    private async Task PublishAsync(string kind)
    {
        var rules = grains.GetGrain<IRulesGrain>($"rules/{kind}");
        if ((await rules.Version(1)).IsRefused)
            Check(await rules.Handle(Context($"rules {kind}"), new PublishRules(RulesDefaults.Of(kind), null, Note)));
    }

    private async Task FoundAsync()
    {
        var committee = grains.GetGrain<ICommitteeGrain>($"committee/{CommitteeView.First}");
        if ((await committee.View()).IsRefused)
            Check(await committee.Handle(Context("committee"), new FoundCommittee("Information sharing committee")));
    }

    // A dataset that was begun and cut off is completed: its commands have fixed ids.
    private async Task AddAsync(CatalogueItem item)
    {
        var dataset = grains.GetGrain<IDatasetGrain>($"dataset/{item.DatasetId}");
        if ((await dataset.View()).Value is { Standing: not DatasetStanding.NotRequestable } or { Variables.Length: > 0 })
            return;
        foreach (var command in item.Commands)
            Check(await dataset.Handle(Context($"dataset {item.DatasetId} {command.GetType().Name}"), command));
    }

    private static CommandContext Context(string what) => new(CommandId.From(Host, "first-contents", what), new Actor(Host, null));

    private static void Check<T>(Result<T> result)
    {
        if (result.IsRefused && result.Refusal.Code is not nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand))
            throw new InvalidOperationException($"What this service begins with is refused: {result.Refusal.Code}. {result.Refusal.Detail}");
    }
}
