using Centra.Recording;
using Orleans.Runtime;

namespace Centra.Requests;

/// <summary>A data request: the one entry for everything about it. It asks other grains; none of them calls it.</summary>
public sealed class DataRequestGrain([PersistentState("request")] IPersistentState<GrainRecord<RequestRecord>> stored, Recorder recorder, RequestFactSource source, CarriedCommands carried)
    : RecordedGrain<RequestState, RequestEvent, RequestRecord>(stored, RequestForm.Recorded, recorder), IDataRequestGrain
{
    private string RequestId => this.GetPrimaryKeyString()["request/".Length..];

    /// <inheritdoc/>
    public async Task<Result<RequestView>> Handle(CommandContext context, RequestCommand command)
    {
        var facts = await source.GatherAsync(State, RequestId, context.Actor.Id, command, Now);
        if (carried.Concerns(command))
        {
            var parts = RequestPartsOf.Actor(State, facts);
            if (RequestRules.Permit(State, CommandKinds.Of(command), parts, facts) is { } refusal)
                return refusal;
            if (await carried.CarryAsync(State, context, command, facts) is { } refused)
                return refused;
            facts = facts with { Contract = await source.ContractAsync(State, RequestId) };
        }
        return await HandleAsync(
            context, command, state => RequestRules.Decide(state, RequestId, command, facts), state => RequestViews.For(state, RequestPartsOf.Actor(state, facts), facts));
    }

    /// <inheritdoc/>
    public async Task<Result<RequestView>> View(string userId)
    {
        var facts = await source.GatherAsync(State, RequestId, userId, null, Now);
        var parts = RequestPartsOf.Actor(State, facts);
        return CommandTable.IsVisible(State, parts) ? RequestViews.For(State, parts, facts) : DataRequestRefusal.RequestNotFound;
    }

    /// <inheritdoc/>
    public async Task<Result<RequestExplanation>> Explain(string userId)
    {
        var facts = await source.GatherAsync(State, RequestId, userId, null, Now);
        var parts = RequestPartsOf.Actor(State, facts);
        return CommandTable.IsVisible(State, parts) ? Explaining.Of(State, parts, facts) : DataRequestRefusal.RequestNotFound;
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
}
