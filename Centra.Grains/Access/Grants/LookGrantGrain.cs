using Centra.People;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Access;

/// <summary>A person's grant for looking.</summary>
public sealed class LookGrantGrain([PersistentState("look-grant")] IPersistentState<GrainRecord<LookGrantRecord>> stored, Recorder recorder)
    : RecordedGrain<LookGrantState, LookGrantEvent, LookGrantRecord>(stored, LookGrantForm.Recorded, recorder), ILookGrantGrain
{
    private string UserId => this.GetPrimaryKeyString()["look-grant/".Length..];

    /// <inheritdoc/>
    public async Task<Result<LookGrantView>> Handle(CommandContext context, LookGrantCommand command)
    {
        var holder = (await HolderAsync()).Value;
        return await HandleAsync(context, command, state => LookGrantRules.Decide(state, command, context.Actor.Id, holder, Now), state => LookGrantForm.View(UserId, state));
    }

    /// <inheritdoc/>
    public Task<Result<LookGrantView>> View() => Task.FromResult<Result<LookGrantView>>(
        State.Exists ? LookGrantForm.View(UserId, State) : AccessRefusal.GrantNotFound);

    /// <inheritdoc/>
    public async Task<Result<Done>> MayLook(string purpose)
    {
        var holder = await HolderAsync();
        if (holder.IsRefused)
            return holder.Refusal;
        return LookGrantRules.MayLook(State, purpose, holder.Value.CredentialsResetAt, Now) is { } refusal ? refusal : Done.Instance;
    }

    private Task<Result<PersonView>> HolderAsync() => GrainFactory.GetGrain<IPersonGrain>($"person/{UserId}").View();
}
