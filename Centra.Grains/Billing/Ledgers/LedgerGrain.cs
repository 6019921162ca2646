using Centra.Recording;
using Orleans;
using Orleans.Runtime;

namespace Centra.Billing;

/// <summary>The money of a request.</summary>
public sealed class LedgerGrain([PersistentState("ledger")] IPersistentState<GrainRecord<LedgerRecord>> stored, Recorder recorder)
    : RecordedGrain<LedgerState, LedgerEvent, LedgerRecord>(stored, LedgerForm.Recorded, recorder), ILedgerGrain
{
    private string RequestId => this.GetPrimaryKeyString()["ledger/".Length..];

    /// <inheritdoc/>
    public async Task<Result<LedgerView>> Handle(CommandContext context, LedgerCommand command)
    {
        var whole = Whole(command);
        if (command is RemoveLedger)
            await SettleForRemovalAsync();
        return await HandleAsync(context, whole, state => LedgerRules.Decide(state, whole, Occasion.Of(context, Now)), state => LedgerForm.View(RequestId, state));
    }

    /// <inheritdoc/>
    public Task<Result<LedgerView>> View() => Task.FromResult<Result<LedgerView>>(
        State.Estimates.IsEmpty ? BillingRefusal.LedgerNotFound : LedgerForm.View(RequestId, State));

    /// <inheritdoc/>
    public Task<LedgerFacts> Facts(int agreementVersion) => Task.FromResult(LedgerRules.Facts(State, agreementVersion));

    // A list that a body leaves out arrives as one that cannot even be read.
    private static LedgerCommand Whole(LedgerCommand command) => command switch
    {
        IssueEstimate { Lines.IsDefault: true } issue => issue with { Lines = [] },
        ReviseEstimate { Lines.IsDefault: true } revise => revise with { Lines = [] },
        IssueInvoice { Lines.IsDefault: true } issue => issue with { Lines = [] },
        _ => command,
    };
}
