namespace Centra.Practices;

/// <summary>What happens to a practice: a closed family.</summary>
public abstract record PracticeEvent;

/// <summary>It joined.</summary>
public sealed record PracticeJoined(string Name, DateTimeOffset At) : PracticeEvent;

/// <summary>It signed an agreement.</summary>
public sealed record AgreementRecorded(DateOnly Until, string Sha256) : PracticeEvent;

/// <summary>It attested that its patients are informed.</summary>
public sealed record PatientsInformedAttested(bool OffersOptOut, DateTimeOffset At) : PracticeEvent;

/// <summary>It may send.</summary>
public sealed record PracticeActivated : PracticeEvent;

/// <summary>It has a new key.</summary>
public sealed record KeyIssued(string KeyId, string Label, KeyScopes Scopes, string SecretSha256, string By, DateTimeOffset At) : PracticeEvent;

/// <summary>A key of it is no longer valid.</summary>
public sealed record KeyRevoked(string KeyId, DateTimeOffset At) : PracticeEvent;

/// <summary>It is leaving.</summary>
public sealed record LeavingBegun(DateTimeOffset At) : PracticeEvent;

/// <summary>It has left; nothing identifiable of its patients is stored.</summary>
public sealed record PracticeLeft(long PatientsErased, DateTimeOffset At, ErasureCertificate? Certificate = null) : PracticeEvent;
