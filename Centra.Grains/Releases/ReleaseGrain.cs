using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Releases;

/// <summary>What is released for a request. What is ordered is built outside of it, by the bench.</summary>
public sealed class ReleaseGrain([PersistentState("release")] IPersistentState<GrainRecord<ReleaseRecord>> stored, Recorder recorder, ReleaseQueue queue)
    : RecordedGrain<ReleaseState, ReleaseEvent, ReleaseRecord>(stored, ReleaseForm.Recorded, recorder), IReleaseGrain
{
    private string RequestId => this.GetPrimaryKeyString()["release/".Length..];

    /// <inheritdoc/>
    public async Task<Result<ReleaseView>> Handle(CommandContext context, ReleaseCommand command)
    {
        if (command is RemoveRelease)
            await SettleForRemovalAsync();
        var whole = command is BuildRelease build ? ReleaseForm.Whole(build) : command;
        var answer = await HandleAsync(context, whole, state => ReleaseRules.Decide(state, whole, context.Actor.Id, Now), state => ReleaseForm.Answer(RequestId, state));
        if (!answer.IsRefused && State.Newest is { Standing: ReleaseStanding.Building })
            queue.Add(RequestId);
        return answer;
    }

    /// <inheritdoc/>
    public Task<Result<ReleaseView>> View() => Task.FromResult<Result<ReleaseView>>(
        State.Versions.IsEmpty ? ReleaseRefusal.ReleaseNotFound : ReleaseForm.View(RequestId, State));

    /// <inheritdoc/>
    public Task<ReleaseFacts> Facts() => Task.FromResult(ReleaseRules.Facts(State));

    /// <inheritdoc/>
    public Task<Result<ReleaseOrder>> Order() => Task.FromResult<Result<ReleaseOrder>>(State.Newest is { Standing: ReleaseStanding.Building } newest
        ? new ReleaseOrder(RequestId, newest.Version, newest.Extracts, newest.Approved, newest.PreparedBy, newest.PreparedAt)
        : ReleaseRefusal.NothingIsToBeBuilt);
}
