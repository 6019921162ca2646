using Centra.People;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Institutions;

/// <summary>An institution.</summary>
public sealed class InstitutionGrain([PersistentState("institution")] IPersistentState<GrainRecord<InstitutionRecord>> stored, Recorder recorder)
    : RecordedGrain<InstitutionState, InstitutionEvent, InstitutionRecord>(stored, InstitutionForm.Recorded, recorder), IInstitutionGrain
{
    private string Ror => this.GetPrimaryKeyString()["institution/".Length..];

    /// <inheritdoc/>
    public async Task<Result<InstitutionView>> Handle(CommandContext context, InstitutionCommand command)
    {
        var facts = new InstitutionFacts(command is VerifyOfficial { UserId: { Length: > 0 } user } && await GrainFactory.HasRoleAsync(user, Roles.SigningOfficial));
        return await HandleAsync(
            context, command, state => InstitutionRules.Decide(Ror, state, command, facts, context.Actor.Id, Now), state => InstitutionForm.View(Ror, state));
    }

    /// <inheritdoc/>
    public Task<Result<InstitutionView>> View() => Task.FromResult<Result<InstitutionView>>(
        State.IsListed ? InstitutionForm.View(Ror, State) : InstitutionRefusal.InstitutionNotFound);
}
