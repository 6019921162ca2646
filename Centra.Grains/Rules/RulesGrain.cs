using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Rules;

/// <summary>One kind of rules.</summary>
public sealed class RulesGrain([PersistentState("rules")] IPersistentState<GrainRecord<RulesRecord>> stored, Recorder recorder)
    : RecordedGrain<RulesState, RulesEvent, RulesRecord>(stored, RulesForm.Recorded, recorder), IRulesGrain
{
    private string Kind => this.GetPrimaryKeyString()["rules/".Length..];

    /// <inheritdoc/>
    public Task<Result<RulesVersion>> Handle(CommandContext context, RulesCommand command) => HandleAsync(
        context, command, state => RulesRules.Decide(Kind, state, command, context.Actor.Id, Now), state => RulesForm.View(Kind, state.Latest!));

    /// <inheritdoc/>
    public Task<Result<RulesVersion>> Current() => Answer(State.At(Now), RulesRefusal.RulesNotFound);

    /// <inheritdoc/>
    public Task<Result<RulesVersion>> Version(int number) => Answer(State.Versions.FirstOrDefault(version => version.Number == number), RulesRefusal.RulesVersionNotFound);

    private Task<Result<RulesVersion>> Answer(PublishedVersion? version, RulesRefusal otherwise) =>
        Task.FromResult<Result<RulesVersion>>(version is null ? otherwise : RulesForm.View(Kind, version));
}
