namespace Centra.Billing;

/// <summary>What happens to a message that belonged nowhere: a closed family.</summary>
public abstract record UnmatchedEvent;

/// <summary>It was kept.</summary>
public sealed record UnmatchedKept(ProviderEvent Told, string Why, DateTimeOffset At) : UnmatchedEvent;

/// <summary>Somebody is assigning it.</summary>
public sealed record UnmatchedClaimed(string InvoiceNumber) : UnmatchedEvent;

/// <summary>The ledger refused it.</summary>
public sealed record UnmatchedFreed : UnmatchedEvent;

/// <summary>A ledger has it.</summary>
public sealed record UnmatchedAssigned(string InvoiceNumber, string By, DateTimeOffset At) : UnmatchedEvent;

/// <summary>It is not about any request.</summary>
public sealed record UnmatchedDismissed(string Reason, string By, DateTimeOffset At) : UnmatchedEvent;
