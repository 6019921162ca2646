using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Access;

/// <summary>A disclosure.</summary>
public sealed class DisclosureGrain([PersistentState("disclosure")] IPersistentState<GrainRecord<DisclosureRecord>> stored, Recorder recorder)
    : RecordedGrain<DisclosureState, DisclosureEvent, DisclosureRecord>(stored, DisclosureForm.Recorded, recorder), IDisclosureGrain
{
    private string Id => this.GetPrimaryKeyString()["disclosure/".Length..];

    /// <inheritdoc/>
    public Task<Result<DisclosureView>> Handle(CommandContext context, DisclosureCommand command) => HandleAsync(
        context, command, state => DisclosureRules.Decide(state, command, context.Actor.Id, Now), state => DisclosureForm.View(Id, state));
}
