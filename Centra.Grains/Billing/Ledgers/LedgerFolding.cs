namespace Centra.Billing;

/// <summary>The state after an event. Pure.</summary>
public static class LedgerFolding
{
    /// <summary>The state after an event.</summary>
    /// <exception cref="LedgerDoesNotAddUpException">The balance is not the sum of the lines.</exception>
    public static LedgerState Apply(LedgerState state, LedgerEvent happened) => happened switch
    {
        EstimateIssued issued => state with { Estimates = state.Estimates.Add(issued.Estimate) },
        InvoiceIssued issued => With(state, issued.AgreementVersion, ledger => ledger with { Invoice = issued.Invoice, NoFee = null }),
        NoFeeDetermined determined => With(state, determined.AgreementVersion, ledger => ledger with { NoFee = determined.NoFee }),
        NoFeeApproved approved => With(state, approved.AgreementVersion, ledger => ledger with { NoFee = ledger.NoFee! with { ApprovedBy = approved.By, ApprovedAt = approved.At } }),
        LedgerSuperseded superseded => With(state, superseded.AgreementVersion, ledger => ledger with { Standing = LedgerStanding.Superseded, SupersededBy = superseded.By }),
        FeeCancelled cancelled => With(state, cancelled.AgreementVersion, ledger => ledger with { Standing = LedgerStanding.Cancelled }),
        EntryRecorded recorded => state with { Entries = state.Entries.Add(recorded.Entry) },
        EntryDecided decided => state with { Entries = [.. state.Entries.Select(entry => entry.EntryId == decided.EntryId ? Decided(entry, decided) : entry)] },
        LineWritten written => Write(state, written.Line),
        ContentRemoved => LedgerState.None,
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static LedgerEntry Decided(LedgerEntry entry, EntryDecided decided) => entry with
    {
        Standing = decided.Standing,
        AgreementVersion = decided.AgreementVersion,
        DecidedBy = decided.By,
        DecidedAt = decided.At,
        Reason = decided.Why ?? entry.Reason,
    };

    private static LedgerState Write(LedgerState state, LedgerLine line)
    {
        var written = With(state with { Lines = state.Lines.Add(line) }, line.AgreementVersion, ledger => ledger with { Balance = ledger.Balance + line.Amount });
        if (written.Get(line.AgreementVersion).Balance != written.Sum(line.AgreementVersion))
            throw new LedgerDoesNotAddUpException(line.AgreementVersion);
        var isOwed = written.Ledgers.Any(ledger => ledger.Balance > 0);
        return written with { HasOpenReversal = isOwed && (state.HasOpenReversal || line.Kind is LineKind.Reversal) };
    }

    private static LedgerState With(LedgerState state, int version, Func<AgreementLedger, AgreementLedger> change)
    {
        var ledger = state.Find(version) ?? new AgreementLedger(version, LedgerStanding.Open, null, null, 0, 0.00m);
        return state with
        {
            Ledgers = [.. state.Ledgers.Where(other => other.AgreementVersion != version).Append(change(ledger)).OrderBy(other => other.AgreementVersion)],
        };
    }
}

/// <summary>The balance of a ledger is not the sum of its lines: a bug, or its stored state was changed.</summary>
public sealed class LedgerDoesNotAddUpException(int agreementVersion)
    : Exception($"The balance of agreement version {agreementVersion} is not the sum of its lines.");
