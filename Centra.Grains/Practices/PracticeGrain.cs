using System.Security.Cryptography;
using System.Text;
using Centra.Ingest;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Practices;

/// <summary>A practice.</summary>
public sealed class PracticeGrain([PersistentState("practice")] IPersistentState<GrainRecord<PracticeRecord>> stored, Recorder recorder)
    : RecordedGrain<PracticeState, PracticeEvent, PracticeRecord>(stored, PracticeForm.Recorded, recorder), IPracticeGrain
{
    private string PracticeId => this.GetPrimaryKeyString()["practice/".Length..];

    /// <inheritdoc/>
    public Task<Result<PracticeView>> Handle(CommandContext context, PracticeCommand command) => HandleAsync(
        context, command, state => PracticeRules.Decide(state, command, context.Actor.Id, Now), state => PracticeForm.View(PracticeId, state, Now));

    /// <inheritdoc/>
    public Task<Result<PracticeView>> View() => Task.FromResult<Result<PracticeView>>(
        State.Standing is PracticeStanding.None ? PracticeRefusal.PracticeNotFound : PracticeForm.View(PracticeId, State, Now));

    /// <inheritdoc/>
    public Task<Result<Done>> MayIngest() => Task.FromResult<Result<Done>>(
        PracticeRules.MayIngest(State, Now) ? Done.Instance : IngestRefusal.PracticeNotInGoodStanding);

    /// <inheritdoc/>
    public Task<Result<KeyGrant>> Authenticate(string keyId, string secretSha256)
    {
        var key = State.Keys.FirstOrDefault(key => key.KeyId == keyId && key.RevokedAt is null);
        var isSame = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(key?.SecretSha256 ?? ""), Encoding.ASCII.GetBytes(secretSha256));
        return Task.FromResult<Result<KeyGrant>>(key is not null && isSame ? new KeyGrant(key.Scopes) : PracticeRefusal.KeyIsNotValid);
    }
}
