using Centra.People;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Reviews;

/// <summary>A committee.</summary>
public sealed class CommitteeGrain([PersistentState("committee")] IPersistentState<GrainRecord<CommitteeRecord>> stored, Recorder recorder)
    : RecordedGrain<CommitteeState, CommitteeEvent, CommitteeRecord>(stored, CommitteeForm.Recorded, recorder), ICommitteeGrain
{
    private string CommitteeId => this.GetPrimaryKeyString()["committee/".Length..];

    /// <inheritdoc/>
    public async Task<Result<CommitteeView>> Handle(CommandContext context, CommitteeCommand command)
    {
        var facts = new CommitteeFacts(await HasTheRoleAsync(command));
        return await HandleAsync(context, command, state => CommitteeSeats.Decide(CommitteeId, state, command, facts, Now), state => CommitteeForm.View(CommitteeId, state));
    }

    /// <inheritdoc/>
    public Task<Result<CommitteeView>> View() => Task.FromResult<Result<CommitteeView>>(
        State.IsFounded ? CommitteeForm.View(CommitteeId, State) : ReviewRefusal.CommitteeNotFound);

    private async Task<bool> HasTheRoleAsync(CommitteeCommand command) => command switch
    {
        AppointChair { UserId.Length: > 0 } chair => await GrainFactory.HasRoleAsync(chair.UserId, Roles.Chair),
        AppointDeputy { UserId.Length: > 0 } deputy => await GrainFactory.HasRoleAsync(deputy.UserId, Roles.Chair),
        AddMember { UserId.Length: > 0 } member => await GrainFactory.HasRoleAsync(member.UserId, Roles.Reviewer),
        _ => false,
    };
}
