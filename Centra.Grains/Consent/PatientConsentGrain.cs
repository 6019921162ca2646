using Centra.Storage;
using Orleans;

namespace Centra.Consent;

/// <summary>One patient's opt-out: serialises commands on it. What it knows stands in the register's row.</summary>
public sealed class PatientConsentGrain(OptingOut optingOut, Withdrawing withdrawing, Vault vault) : Grain, IPatientConsentGrain
{
    private string OptOutId => this.GetPrimaryKeyString()["opt-out/".Length..];

    /// <inheritdoc/>
    public async Task<Result<OptOutView>> OptOut(OptOutCommand command) =>
        ConsentRules.Check(command) is { } refusal ? refusal : (await optingOut.EnterAsync([(OptOutId, command)]))[0];

    /// <inheritdoc/>
    public async Task<Result<OptOutView>> View(string? practiceId) => await Row() is { } row && (practiceId ?? row.PracticeId) == row.PracticeId
        ? OptOutViews.Of(row, repeated: false)
        : ConsentRefusal.OptOutNotFound;

    /// <inheritdoc/>
    public async Task<Result<OptOutTotals>> Totals() => await Row() is { } row ? ReceiptSigner.Read(row.Receipt).Totals : ConsentRefusal.OptOutNotFound;

    /// <inheritdoc/>
    public Task<Result<WithdrawalView>> AskWithdrawal(AskWithdrawalCommand command) => withdrawing.AskAsync(OptOutId, command);

    /// <inheritdoc/>
    public Task<Result<WithdrawalView>> ConfirmWithdrawal(CommandContext context, string requestId) =>
        withdrawing.ConfirmAsync(OptOutId, requestId, context);

    /// <inheritdoc/>
    public Task<Result<WithdrawalView>> DeclineWithdrawal(CommandContext context, string requestId, string why) =>
        withdrawing.DeclineAsync(OptOutId, requestId, why.Trim(), context);

    private Task<OptOutRow?> Row() => vault.Database.ReadAsync(session => OptOuts.FindAsync(session, OptOutId));
}
