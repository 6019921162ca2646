using Centra.Storage;

namespace Centra.Consent;

/// <summary>Views of the register's rows.</summary>
public static class OptOutViews
{
    /// <summary>An opt-out.</summary>
    public static OptOutView Of(OptOutRow row, bool repeated)
    {
        var receipt = ReceiptSigner.Read(row.Receipt).Receipt;
        return new OptOutView(row.OptOutId, row.PracticeId, row.Reference, row.Sequence, At(row.ReceivedAt), At(row.EnforcedAt), row.WithdrawnBy is null,
            receipt, new OptOutTotals(receipt.PatientsErased, receipt.RecordsErased, receipt.PatientsHeld), repeated);
    }

    /// <summary>A request to withdraw.</summary>
    public static WithdrawalView Of(WithdrawalRequestRow row) => new(
        row.RequestId, row.OptOutId, row.PracticeId, KindOf(row.Reason), At(row.RequestedAt), row.IsOpen,
        [.. row.Withdrawn.Split(',', StringSplitOptions.RemoveEmptyEntries)], row.DeclinedWhy);

    /// <summary>Why, as it is stored.</summary>
    public static WithdrawalReason ReasonOf(WithdrawalKind kind) => kind switch
    {
        WithdrawalKind.Reinstatement => WithdrawalReason.Reinstated,
        WithdrawalKind.Correction => WithdrawalReason.EnteredInError,
        _ => WithdrawalReason.None,
    };

    private static WithdrawalKind KindOf(WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.Reinstated => WithdrawalKind.Reinstatement,
        WithdrawalReason.EnteredInError => WithdrawalKind.Correction,
        _ => WithdrawalKind.None,
    };

    private static DateTimeOffset At(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
}
