using System.Collections.Immutable;
using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Requests;

/// <summary>A data request: the one entry for everything about it. It asks other grains; none of them calls it.</summary>
public sealed class DataRequestGrain([PersistentState("request")] IPersistentState<GrainRecord<RequestRecord>> stored, Recorder recorder, RequestFactSource source, Carrying carrying, DownloadWatch watch)
    : RecordedGrain<RequestState, RequestEvent, RequestRecord>(stored, RequestForm.Recorded, recorder), IDataRequestGrain
{
    private string RequestId => this.GetPrimaryKeyString()["request/".Length..];

    /// <inheritdoc/>
    public async Task<Result<RequestAnswer>> Handle(CommandContext context, RequestCommand command)
    {
        // What follows in other grains is written after this one: a crash between is completed by the repeat, or by Advance.
        var (former, looksAgain) = (State.Stage, command is Advance || IsAnswered(context.Id));
        var answer = await AnswerAsync(context, command);
        if (State is { Stage: RequestStage.Active, ParentId: { } parent } && (former is not RequestStage.Active || looksAgain))
            await carrying.SupersedeAsync(parent, RequestId);
        if (State.HasEnded && (former is RequestStage.Contracting || looksAgain))
            await carrying.EndOfferAsync(State, RequestId);
        return answer;
    }

    private async Task<Result<RequestAnswer>> AnswerAsync(CommandContext context, RequestCommand command)
    {
        if (command is RemoveContent remove)
            await RemoveBelowAsync(context, remove);
        if (Carrying.Concerns(command) && !IsAnswered(context.Id))
            return await CarryAsync(context, command);
        var facts = await source.GatherAsync(State, RequestId, context.Actor.Id, command, Now);
        if (command is Tick or Advance && RequestRules.Decide(State, RequestId, command, facts).Value is { IsEmpty: true })
            return new RequestAnswer(RequestId, State.Stage);
        return await HandleAsync(context, CommandContent.Of(command), state => RequestRules.Decide(state, RequestId, command, facts), state => new RequestAnswer(RequestId, state.Stage));
    }

    /// <inheritdoc/>
    public Task<Result<RequestView>> View(string userId) => SeenAsync(userId, (parts, facts) => RequestViews.For(State, parts, facts));

    /// <inheritdoc/>
    public async Task<Result<Done>> MayDownload(string userId)
    {
        var facts = await source.GatherAsync(State, RequestId, userId, null, Now);
        var refusal = RequestRules.Permit(State, RequestCommandKind.Download, RequestPartsOf.Actor(State, facts), facts);
        if (refusal is not null)
            return refusal;
        watch.Permitted(State, facts);
        return Done.Instance;
    }

    /// <inheritdoc/>
    public Task<Result<RequestExplanation>> Explain(string userId) => SeenAsync(userId, (parts, facts) => Explaining.Of(State, parts, facts));

    /// <inheritdoc/>
    public async Task<Result<ImmutableArray<CandidateView>>> Candidates(string userId, ImmutableArray<string> reviewers)
    {
        var facts = await source.GatherAsync(State, RequestId, userId, null, Now);
        if (CommandTable.Permit(State, RequestCommandKind.AssignReviewers, RequestPartsOf.Actor(State, facts), userId) is { } refusal)
            return refusal;
        var known = await source.WithReviewersAsync(facts, reviewers);
        return reviewers.Select(reviewer => (reviewer, Why: AssignmentRules.Obstacle(State, reviewer, known)))
            .Select(one => new CandidateView(one.reviewer, one.Why?.Code, one.Why?.Detail)).ToImmutableArray();
    }

    /// <inheritdoc/>
    public async Task<Result<ApplicationCopy>> Copy(string userId, RequestKind kind)
    {
        var facts = await source.GatherAsync(State, RequestId, userId, null, Now);
        var parts = RequestPartsOf.Actor(State, facts);
        if ((parts & RequestParts.Applicant) == 0)
            return DataRequestRefusal.RequestNotFound;
        var refusal = kind switch
        {
            RequestKind.Amendment => RequestRules.Permit(State, RequestCommandKind.Amend, parts, facts),
            RequestKind.Renewal => RequestRules.Permit(State, RequestCommandKind.Renew, parts, facts),
            _ => null,
        };
        return refusal is null ? new ApplicationCopy(ApplicationViews.Of(State.Application)) : refusal;
    }

    /// <inheritdoc/>
    protected override bool IsRoutine(object command) => command is CommandContent { Command: IRoutine };

    // The leaf writes first, then the request. A crash between the two is completed by the repeat, which the leaf answers as before, or by Advance.
    private async Task<Result<RequestAnswer>> CarryAsync(CommandContext context, RequestCommand command)
    {
        var facts = await source.GatherAsync(State, RequestId, context.Actor.Id, command, Now);
        var refusal = RequestRules.Obstacle(State, command, facts);
        if (refusal is not null && !await carrying.HasAnsweredAsync(RequestId, context.Id, command))
            return refusal;
        if (refusal is null && CommandKinds.Of(command) is RequestCommandKind.Download)
            watch.Permitted(State, facts);
        var carried = await carrying.CarryAsync(State, RequestId, context, command, facts);
        if (carried.IsRefused)
            return carried.Refusal;
        facts = facts with { Contract = await source.ContractAsync(State, RequestId) };
        return await HandleAsync<RequestAnswer>(
            context, CommandContent.Of(command), state => RequestRules.Follow(state, [], facts), state => new RequestAnswer(RequestId, state.Stage, carried.Value));
    }

    // Agreement, ledger and release first: should this end between them, the request is still due.
    private async Task RemoveBelowAsync(CommandContext context, RemoveContent remove)
    {
        await SettleForRemovalAsync();
        var facts = await source.GatherAsync(State, RequestId, context.Actor.Id, remove, Now);
        if (!RequestRules.Decide(State, RequestId, remove, facts).IsRefused)
            await carrying.RemoveAsync(RequestId, remove.Rule);
    }

    private async Task<Result<T>> SeenAsync<T>(string userId, Func<RequestParts, RequestFacts, T> see)
    {
        var facts = await source.GatherAsync(State, RequestId, userId, null, Now);
        var parts = RequestPartsOf.Actor(State, facts);
        return CommandTable.IsVisible(State, parts) ? see(parts, facts) : DataRequestRefusal.RequestNotFound;
    }
}
