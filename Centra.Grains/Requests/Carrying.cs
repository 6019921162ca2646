using Centra.Agreements;
using Centra.Billing;
using Centra.Recording;
using Centra.Releases;
using Orleans;

namespace Centra.Requests;

/// <summary>Carries commands that the request has permitted to its agreement, ledger or release.</summary>
public sealed class Carrying(IGrainFactory grains, AgreementDrafts drafts, ReleaseBuilding releases)
{
    /// <summary>Whether a command is carried on.</summary>
    public static bool Concerns(RequestCommand command) => command is ForAgreement or ForLedger or ForRelease or DrawUpAgreement or RedrawAgreement or EstimateCost;

    /// <summary>Whether the leaf has answered this command before.</summary>
    public Task<bool> HasAnsweredAsync(string requestId, CommandId id, RequestCommand command) => command switch
    {
        ForAgreement or DrawUpAgreement or RedrawAgreement => Agreement(requestId).HasAnswered(id),
        ForRelease => Release(requestId).HasAnswered(id),
        _ => Ledger(requestId).HasAnswered(id),
    };

    /// <summary>
    /// Carries a command; the version of the document that it made, if it made one. A leaf tells a repeat by what the caller sent: what is made of
    /// it here depends on the day and on what is known by then.
    /// </summary>
    public Task<Result<int?>> CarryAsync(RequestState state, string requestId, CommandContext context, RequestCommand command, RequestFacts facts) =>
        GiveAsync(state, requestId, context with { Content = Recorder.ContentOf(CommandContent.Of(command)) }, command, facts);

    private async Task<Result<int?>> GiveAsync(RequestState state, string requestId, CommandContext context, RequestCommand command, RequestFacts facts) => command switch
    {
        ForAgreement inside => (await Agreement(requestId).Handle(context, inside.Command)).Map(_ => (int?)null),
        ForLedger inside => (await Ledger(requestId).Handle(context, LedgerCommands.Of(state, inside.Command, facts, (await Ledger(requestId).View()).Value))).Map(_ => (int?)null),
        ForRelease inside => (await ReleaseAsync(state, requestId, context, inside.Command)).Map(view => view.Versions.LastOrDefault()?.Version),
        DrawUpAgreement => await DrawAsync(state, requestId, context, facts, null),
        RedrawAgreement redraw => await DrawAsync(state, requestId, context, facts, redraw.Note),
        EstimateCost estimate => await EstimateAsync(state, requestId, context, estimate, facts),
        _ => throw new InvalidOperationException($"Nothing carries {command.GetType().Name}."),
    };

    // What was approved comes from the request, never from who orders. What cannot be built is refused before it is ordered.
    private async Task<Result<ReleaseView>> ReleaseAsync(RequestState state, string requestId, CommandContext context, ReleaseCommand command)
    {
        if (command is not PrepareRelease prepare)
            return await Release(requestId).Handle(context, command);
        var build = ReleaseOrders.Of(state, prepare);
        var wrong = await Release(requestId).HasAnswered(context.Id) ? null : await releases.WhatIsWrongAsync(build);
        return wrong is not null ? wrong : await Release(requestId).Handle(context, build);
    }

    private async Task<Result<int?>> DrawAsync(RequestState state, string requestId, CommandContext context, RequestFacts facts, string? note)
    {
        var ledger = await Ledger(requestId).View();
        if (ledger.IsRefused)
            return ledger.Refusal;
        var content = await drafts.OfAsync(state, facts, ledger.Value.Estimates[^1]);
        if (content.IsRefused)
            return content.Refusal;
        AgreementCommand command = note is null ? new IssueAgreement(content.Value) : new ReviseAgreement(content.Value, note);
        return (await Agreement(requestId).Handle(context, command)).Map(view => (int?)view.Versions[^1].Number);
    }

    // A new estimate is the cost exhibit of a new version: signatures on the former one are void.
    private async Task<Result<int?>> EstimateAsync(RequestState state, string requestId, CommandContext context, EstimateCost estimate, RequestFacts facts)
    {
        var lines = CostEstimates.Of(state, estimate, facts);
        if (lines.IsRefused)
            return lines.Refusal;
        var (version, currency) = (facts.Rules!.Versions.Prices, facts.Rules.Prices.Currency);
        LedgerCommand command = estimate.Note is null ? new IssueEstimate(version, currency, lines.Value) : new ReviseEstimate(version, currency, lines.Value, estimate.Note);
        var estimated = await Ledger(requestId).Handle(context, command);
        if (estimated.IsRefused)
            return estimated.Refusal;
        if (state.Contract.AgreementVersion > 0)
        {
            var redrawn = await DrawAsync(state, requestId, context, facts, estimate.Note ?? "a new estimate");
            if (redrawn.IsRefused)
                return redrawn.Refusal;
        }
        return (int?)estimated.Value.Estimates.Length;
    }

    /// <summary>
    /// What a request offered ends with it. Done again, it changes nothing; refused, and no matter, where there is no agreement, or one that was
    /// executed or has ended.
    /// </summary>
    public async Task EndOfferAsync(RequestState state, string requestId)
    {
        if (state.Stage is RequestStage.Declined && !(await OfServiceAsync(requestId, new LapseAgreement())).IsRefused)
            return;
        await OfServiceAsync(requestId, new EndOffer(state.StageReason));
    }

    /// <summary>A child in force takes the place of its parent. Done again, it changes nothing; a refusal means that the parent has ended by itself.</summary>
    public Task SupersedeAsync(string parentId, string childId) => grains.GetGrain<IDataRequestGrain>($"request/{parentId}").Handle(
        new CommandContext(CommandId.From(RequestFactSource.Service, nameof(Supersede), childId), new Actor(RequestFactSource.Service, null)), new Supersede(childId));

    /// <summary>Removes what stands below the request. Done again, it changes nothing; what was never there refuses, and no matter.</summary>
    public async Task RemoveAsync(string requestId, string rule)
    {
        await OfServiceAsync(requestId, new RemoveAgreement(rule));
        await Ledger(requestId).Handle(OfService(requestId, nameof(RemoveLedger)), new RemoveLedger(rule));
        await Release(requestId).Handle(OfService(requestId, nameof(RemoveRelease)), new RemoveRelease(rule));
    }

    private Task<Result<AgreementView>> OfServiceAsync(string requestId, AgreementCommand command) =>
        Agreement(requestId).Handle(OfService(requestId, command.GetType().Name), command);

    private static CommandContext OfService(string requestId, string command) =>
        new(CommandId.From(RequestFactSource.Service, command, requestId), new Actor(RequestFactSource.Service, null));

    private IAgreementGrain Agreement(string requestId) => grains.GetGrain<IAgreementGrain>($"agreement/{requestId}");

    private ILedgerGrain Ledger(string requestId) => grains.GetGrain<ILedgerGrain>($"ledger/{requestId}");

    private IReleaseGrain Release(string requestId) => grains.GetGrain<IReleaseGrain>($"release/{requestId}");
}
