namespace Centra.Billing;

/// <summary>How commands about money reach a ledger when no person sends them through a request.</summary>
public interface ILedgerDoor
{
    /// <summary>Sends a command to the ledger of a request.</summary>
    Task<Result<LedgerView>> SendAsync(string requestId, CommandContext context, LedgerCommand command);
}
