using Centra.Datasets;
using Centra.Reviews;
using Centra.Rules;
using Orleans;

namespace Centra.Starting;

/// <summary>
/// What a new installation begins with: the rules' first versions, the first committee, the first catalogue. Whatever is there already is
/// left as it is, so that every start may run it, and several silos at once: all commands have fixed ids.
/// </summary>
public sealed class FirstContents(IGrainFactory grains, Persevering persevering)
{
    private const string Host = "host";
    private const string Note = "What this service begins with.";

    /// <summary>Makes what is missing, patiently.</summary>
    public Task MakeAsync(CancellationToken cancel = default) => persevering.DoAsync(MakeOnceAsync, cancel);

    private async Task MakeOnceAsync()
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

    // A dataset that was begun and cut off is completed. One that is there and was not begun here, or long ago, is its stewards'.
    private async Task AddAsync(CatalogueItem item)
    {
        var dataset = grains.GetGrain<IDatasetGrain>($"dataset/{item.DatasetId}");
        if (!(await dataset.View()).IsRefused && (await HasAsync(dataset, item, ^1) || !await HasAsync(dataset, item, 0)))
            return;
        foreach (var command in item.Commands)
            Check(await dataset.Handle(Context(item, command), command));
    }

    private static Task<bool> HasAsync(IDatasetGrain dataset, CatalogueItem item, Index which) => dataset.HasAnswered(Context(item, item.Commands[which]).Id);

    private static CommandContext Context(CatalogueItem item, DatasetCommand command) => Context($"dataset {item.DatasetId} {command.GetType().Name}");

    private static CommandContext Context(string what) => new(CommandId.From(Host, "first-contents", what), new Actor(Host, null));

    private static void Check<T>(Result<T> result)
    {
        if (result.IsRefused && result.Refusal.Code is not nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand))
            throw new FirstContentsException($"What this service begins with is refused: {result.Refusal.Code}. {result.Refusal.Detail}");
    }
}

/// <summary>What an installation begins with is refused by its own rules: a mistake of the build.</summary>
public sealed class FirstContentsException(string message) : Exception(message);
