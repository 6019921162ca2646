using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Billing;

/// <summary>A message about money that belonged nowhere.</summary>
public sealed class UnmatchedPaymentGrain([PersistentState("unmatched")] IPersistentState<GrainRecord<UnmatchedRecord>> stored, Recorder recorder)
    : RecordedGrain<UnmatchedState, UnmatchedEvent, UnmatchedRecord>(stored, UnmatchedForm.Recorded, recorder), IUnmatchedPaymentGrain
{
    private string UnmatchedId => this.GetPrimaryKeyString()["unmatched/".Length..];

    /// <inheritdoc/>
    public Task<Result<UnmatchedView>> Handle(CommandContext context, UnmatchedCommand command) => HandleAsync(
        context, command, state => UnmatchedRules.Decide(state, command, context.Actor.Id, Now), state => UnmatchedForm.View(UnmatchedId, state));

    /// <inheritdoc/>
    public Task<Result<UnmatchedView>> View() => Task.FromResult<Result<UnmatchedView>>(
        State.Standing is UnmatchedStanding.None ? UnmatchedRefusal.UnmatchedNotFound : UnmatchedForm.View(UnmatchedId, State));
}
