namespace Centra.Institutions;

/// <summary>What happens to an institution: a closed family.</summary>
public abstract record InstitutionEvent;

/// <summary>It was listed, or said anew.</summary>
public sealed record InstitutionRecorded(string Name, string Country, DateTimeOffset At) : InstitutionEvent;

/// <summary>Somebody was verified to sign for it.</summary>
public sealed record OfficialVerified(string UserId, string Evidence, string By, DateTimeOffset At, DateTimeOffset Until) : InstitutionEvent;

/// <summary>Somebody signs for it no longer.</summary>
public sealed record OfficialRemoved(string UserId) : InstitutionEvent;
