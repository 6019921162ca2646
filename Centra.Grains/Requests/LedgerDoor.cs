using Centra.Billing;
using Orleans;

namespace Centra.Requests;

/// <summary>What the payment provider told goes through the request, as everything does: it goes on, or pauses, in the same step.</summary>
public sealed class LedgerDoor(IGrainFactory grains) : ILedgerDoor
{
    /// <inheritdoc/>
    public async Task<Result<LedgerView>> SendAsync(string requestId, CommandContext context, LedgerCommand command)
    {
        var answer = await grains.GetGrain<IDataRequestGrain>($"request/{requestId}").Handle(context, new ForLedger(command));
        return answer.IsRefused ? answer.Refusal : await grains.GetGrain<ILedgerGrain>($"ledger/{requestId}").View();
    }
}
