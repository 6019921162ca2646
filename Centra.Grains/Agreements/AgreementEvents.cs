namespace Centra.Agreements;

/// <summary>What happens to an agreement: a closed family.</summary>
public abstract record AgreementEvent;

/// <summary>The first version.</summary>
public sealed record AgreementIssued(AgreementVersion Version, string[] ClauseIds) : AgreementEvent;

/// <summary>A later version; what was signed, scanned or asked for of the former one is void.</summary>
public sealed record AgreementRevised(AgreementVersion Version, string[] ClauseIds) : AgreementEvent;

/// <summary>Changes are asked for.</summary>
public sealed record ChangesRequested(string By, DateTimeOffset At, ClauseComment[] Comments) : AgreementEvent;

/// <summary>The society stays with the version.</summary>
public sealed record ChangesAnswered(string Answer, string By, DateTimeOffset At) : AgreementEvent;

/// <summary>Somebody signed the current version.</summary>
public sealed record AgreementSigned(AgreementSignature Signature) : AgreementEvent;

/// <summary>A scan of the signed paper was attached.</summary>
public sealed record SignedScanAttached(SignedScan Scan, string By, DateTimeOffset At) : AgreementEvent;

/// <summary>Somebody attested that the scan shows the issued text.</summary>
public sealed record ScanAttested(string ScanSha256, string By, DateTimeOffset At) : AgreementEvent;

/// <summary>Both have signed: it runs.</summary>
public sealed record AgreementExecuted(int Version, string Sha256, DateOnly Starts, DateOnly Ends) : AgreementEvent;

/// <summary>The institution does not agree.</summary>
public sealed record AgreementDeclined(string Reason, string By, DateTimeOffset At) : AgreementEvent;

/// <summary>Nobody signed in time.</summary>
public sealed record AgreementLapsed(DateTimeOffset At) : AgreementEvent;

/// <summary>The request ended before both had signed.</summary>
public sealed record OfferEnded(string Reason, DateTimeOffset At) : AgreementEvent;

/// <summary>Its retention has ended: nothing of it is left but that it was.</summary>
public sealed record ContentRemoved(string Rule, DateTimeOffset At) : AgreementEvent;
