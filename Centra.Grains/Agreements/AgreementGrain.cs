using System.Collections.Immutable;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Agreements;

/// <summary>The agreement of a request.</summary>
public sealed class AgreementGrain([PersistentState("agreement")] IPersistentState<GrainRecord<AgreementRecord>> stored, Recorder recorder, AgreementDrafting drafting)
    : RecordedGrain<AgreementState, AgreementEvent, AgreementRecord>(stored, AgreementForm.Recorded, recorder), IAgreementGrain
{
    private string RequestId => this.GetPrimaryKeyString()["agreement/".Length..];

    /// <inheritdoc/>
    public async Task<Result<AgreementView>> Handle(CommandContext context, AgreementCommand command)
    {
        if (command is RemoveAgreement)
            await SettleForRemovalAsync();
        return await HandleAsync(context, command, state => DecideAsync(state, command, context.Actor.Id), state => AgreementForm.View(RequestId, state));
    }

    /// <inheritdoc/>
    public Task<Result<AgreementView>> View() => Task.FromResult<Result<AgreementView>>(
        State.Standing is AgreementStanding.None ? AgreementRefusal.AgreementNotFound : AgreementForm.View(RequestId, State));

    /// <inheritdoc/>
    public Task<AgreementFacts> Facts() => Task.FromResult(AgreementRules.Facts(State));

    /// <inheritdoc/>
    public Task<Result<AgreementVersionView>> Version(int number) => Task.FromResult<Result<AgreementVersionView>>(
        State.Versions.FirstOrDefault(version => version.Number == number) is { } found ? AgreementForm.View(found) : AgreementRefusal.VersionNotFound);

    // The documents are on disk before the version that names them is recorded; a crash between leaves files that nothing names.
    private async Task<Result<ImmutableArray<AgreementEvent>>> DecideAsync(AgreementState state, AgreementCommand command, string actor)
    {
        var now = Now;
        if (ContentOf(command) is not { } content || AgreementGuards.WhyNot(state, command, actor, now) is not null)
            return AgreementRules.Decide(state, command, null, actor, now);
        if (content.RequestId != RequestId)
            return AgreementRefusal.ContentIsIncomplete.Because("The content of the agreement is incomplete: it is another request's.");
        var draft = await drafting.WriteAsync(content, state.Versions.Length + 1, SocietyDays.DayOf(now, content.Zone));
        return draft.IsRefused ? draft.Refusal : AgreementRules.Decide(state, command, draft.Value, actor, now);
    }

    private static AgreementContent? ContentOf(AgreementCommand command) => command switch
    {
        IssueAgreement issue => issue.Content,
        ReviseAgreement revise => revise.Content,
        _ => null,
    };
}
