using Orleans;

namespace Centra.Consent;

/// <summary>
/// One patient's opt-out. Key: <c>opt-out/ID</c>. It serialises commands on it and answers from the register's row; it has no state
/// of its own. Persons are not identified across opt-outs.
/// </summary>
[Alias("centra.consent.patient")]
public interface IPatientConsentGrain : IGrainWithStringKey
{
    /// <summary>
    /// Opts a person out. When this answers, nothing of the person is readable or can enter, in any practice, whatever crashes next.
    /// Idempotent by command id; the same practice with the same identity gets the first receipt.
    /// </summary>
    [Alias("opt-out")]
    Task<Result<OptOutView>> OptOut(OptOutCommand command);

    /// <summary>The opt-out, for its practice; for staff with a null practice. Refused with <see cref="ConsentRefusal.OptOutNotFound"/>.</summary>
    [Alias("view")]
    Task<Result<OptOutView>> View(string? practiceId);

    /// <summary>What the opt-out did in all practices; for privacy officers.</summary>
    [Alias("totals")]
    Task<Result<OptOutTotals>> Totals();

    /// <summary>Asks that it be withdrawn. A correction is asked for by the practice that sent it, a reinstatement by any.</summary>
    [Alias("ask-withdrawal")]
    Task<Result<WithdrawalView>> AskWithdrawal(AskWithdrawalCommand command);

    /// <summary>An officer confirms a request, who is not the one that asked. Erased data do not return.</summary>
    [Alias("confirm-withdrawal")]
    Task<Result<WithdrawalView>> ConfirmWithdrawal(CommandContext context, string requestId);

    /// <summary>An officer declines a request, who is not the one that asked. The opt-outs stay in force.</summary>
    /// <param name="context">The command; the same officer with the same words may repeat it.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="why">For the practice that asked; 1 to 1,000 characters, nothing of a patient.</param>
    [Alias("decline-withdrawal")]
    Task<Result<WithdrawalView>> DeclineWithdrawal(CommandContext context, string requestId, string why);
}
