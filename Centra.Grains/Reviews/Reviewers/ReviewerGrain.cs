using Centra.Institutions;
using Centra.People;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Reviews;

/// <summary>A reviewer.</summary>
public sealed class ReviewerGrain([PersistentState("reviewer")] IPersistentState<GrainRecord<ReviewerRecord>> stored, Recorder recorder)
    : RecordedGrain<ReviewerState, ReviewerEvent, ReviewerRecord>(stored, ReviewerForm.Recorded, recorder), IReviewerGrain
{
    private string UserId => this.GetPrimaryKeyString()["reviewer/".Length..];

    /// <inheritdoc/>
    public async Task<Result<ReviewerView>> Handle(CommandContext context, ReviewerCommand command)
    {
        var facts = await FactsAsync(command);
        return await HandleAsync(context, command, state => ReviewerRules.Decide(UserId, state, command, facts, Now), state => ReviewerForm.View(UserId, state));
    }

    /// <inheritdoc/>
    public Task<Result<ReviewerView>> View() => Task.FromResult<Result<ReviewerView>>(
        State.HasProfile ? ReviewerForm.View(UserId, State) : ReviewRefusal.ReviewerNotFound);

    private async Task<ReviewerFacts> FactsAsync(ReviewerCommand command) => new(
        command is SetProfile { InstitutionId: { } ror } && !(await GrainFactory.GetGrain<IInstitutionGrain>($"institution/{ror}").View()).IsRefused,
        command is SetAbsence { DeputyId: { } deputy } && await GrainFactory.HasRoleAsync(deputy, Roles.Reviewer, Roles.Chair));
}
