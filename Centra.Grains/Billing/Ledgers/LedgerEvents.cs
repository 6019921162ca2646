namespace Centra.Billing;

/// <summary>What happens to the money of a request: a closed family. Money moves by <see cref="LineWritten"/> only.</summary>
public abstract record LedgerEvent;

/// <summary>An estimate was issued or revised.</summary>
public sealed record EstimateIssued(Estimate Estimate) : LedgerEvent;

/// <summary>An invoice was issued.</summary>
public sealed record InvoiceIssued(int AgreementVersion, Invoice Invoice) : LedgerEvent;

/// <summary>Somebody determined that there is no fee.</summary>
public sealed record NoFeeDetermined(int AgreementVersion, NoFee NoFee) : LedgerEvent;

/// <summary>A second person approved that there is no fee.</summary>
public sealed record NoFeeApproved(int AgreementVersion, string By, DateTimeOffset At) : LedgerEvent;

/// <summary>A newer agreement version has the fee.</summary>
public sealed record LedgerSuperseded(int AgreementVersion, int By) : LedgerEvent;

/// <summary>The society does not fulfil.</summary>
public sealed record FeeCancelled(int AgreementVersion, string Reason) : LedgerEvent;

/// <summary>A payment, refund, waiver or reversal was entered or told.</summary>
public sealed record EntryRecorded(LedgerEntry Entry) : LedgerEvent;

/// <summary>An entry was confirmed, approved, rejected or put aside.</summary>
public sealed record EntryDecided(string EntryId, EntryStanding Standing, int AgreementVersion, string By, DateTimeOffset At, string? Why) : LedgerEvent;

/// <summary>A line was added to a ledger.</summary>
public sealed record LineWritten(LedgerLine Line) : LedgerEvent;

/// <summary>Its retention has ended: nothing of it is left but that it was.</summary>
public sealed record ContentRemoved(string Rule, DateTimeOffset At) : LedgerEvent;
