using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>The money of a request, as its rules see it.</summary>
/// <param name="Estimates">All versions, oldest first.</param>
/// <param name="Ledgers">By agreement version, lowest first.</param>
/// <param name="Entries">Oldest first.</param>
/// <param name="Lines">Oldest first; only ever added to.</param>
/// <param name="HasOpenReversal">Whether a payment was taken back and something has been owed ever since.</param>
public sealed record LedgerState(
    ImmutableArray<Estimate> Estimates, ImmutableArray<AgreementLedger> Ledgers, ImmutableArray<LedgerEntry> Entries, ImmutableArray<LedgerLine> Lines, bool HasOpenReversal)
{
    /// <summary>Before the first estimate.</summary>
    public static LedgerState None { get; } = new([], [], [], [], false);

    /// <summary>The one currency; empty before the first estimate.</summary>
    public string Currency => Estimates.IsEmpty ? "" : Estimates[0].Currency;

    /// <summary>The ledger of an agreement version.</summary>
    public AgreementLedger? Find(int agreementVersion) => Ledgers.FirstOrDefault(ledger => ledger.AgreementVersion == agreementVersion);

    /// <summary>The ledger of an agreement version that has to be there.</summary>
    public AgreementLedger Get(int agreementVersion) => Find(agreementVersion) ?? throw new InvalidOperationException($"No ledger of agreement version {agreementVersion}.");

    /// <summary>What was entered or told under an id.</summary>
    public LedgerEntry? Entry(string? entryId) => Entries.FirstOrDefault(entry => entry.EntryId == entryId);

    /// <summary>What was entered or told under an id, if it is of this kind.</summary>
    public LedgerEntry? Entry(string? entryId, EntryKind kind) => Entry(entryId) is { } entry && entry.Kind == kind ? entry : null;

    /// <summary>The sum of an agreement version's lines, added up anew.</summary>
    public decimal Sum(int agreementVersion) => Lines.Where(line => line.AgreementVersion == agreementVersion).Sum(line => line.Amount);
}

/// <summary>The ledger of one agreement version.</summary>
/// <param name="AgreementVersion">Of which.</param>
/// <param name="Standing">Whether its fee is asked for.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="NoFee">The determination that there is no fee.</param>
/// <param name="SupersededBy">The agreement version that replaced it; 0: none.</param>
/// <param name="Balance">Kept line by line, and compared with the sum of the lines at every change.</param>
public sealed record AgreementLedger(int AgreementVersion, LedgerStanding Standing, Invoice? Invoice, NoFee? NoFee, int SupersededBy, decimal Balance)
{
    /// <summary>Whether the fee is determined and still asked for. No determination is not zero.</summary>
    public bool IsFeeDetermined => Standing is LedgerStanding.Open && (Invoice is not null || NoFee is { ApprovedBy: not null });

    /// <summary>Whether nothing is owed of a determined fee.</summary>
    public bool IsSettled => IsFeeDetermined && Balance <= 0;

    /// <summary>Credit to be paid back.</summary>
    public decimal RefundDue => Math.Max(0.00m, -Balance);
}

/// <summary>The money of a request as it is stored.</summary>
public sealed record LedgerRecord
{
    /// <summary>Versions of the estimate.</summary>
    public Estimate[]? Estimates { get; init; }

    /// <summary>Ledgers by agreement version.</summary>
    public AgreementLedger[]? Ledgers { get; init; }

    /// <summary>Entries.</summary>
    public LedgerEntry[]? Entries { get; init; }

    /// <summary>Lines.</summary>
    public LedgerLine[]? Lines { get; init; }

    /// <summary>Whether a reversal is open.</summary>
    public bool HasOpenReversal { get; init; }
}
