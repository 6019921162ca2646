using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Access;

/// <summary>A break-glass access.</summary>
public sealed class BreakGlassGrain([PersistentState("break-glass")] IPersistentState<GrainRecord<BreakGlassRecord>> stored, Recorder recorder)
    : RecordedGrain<BreakGlassState, BreakGlassEvent, BreakGlassRecord>(stored, BreakGlassForm.Recorded, recorder), IBreakGlassGrain
{
    private string Id => this.GetPrimaryKeyString()["break-glass/".Length..];

    /// <inheritdoc/>
    public Task<Result<BreakGlassView>> Open(CommandContext context, string purpose) => HandleAsync(
        context, purpose, state => BreakGlassRules.Open(state, purpose, context.Actor.Id, Now), state => BreakGlassForm.View(Id, state));

    /// <inheritdoc/>
    public Task<Result<BreakGlassView>> Review(CommandContext context, ReviewOutcome outcome) => HandleAsync(
        context, outcome, state => BreakGlassRules.Review(state, outcome, context.Actor.Id, Now), state => BreakGlassForm.View(Id, state));

    /// <inheritdoc/>
    public Task<Result<Done>> MayLook(string userId, string purpose) => Task.FromResult<Result<Done>>(
        BreakGlassRules.MayLook(State, userId, purpose, Now) is { } refusal ? refusal : Done.Instance);
}
