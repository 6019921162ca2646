using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Versions of the rules that a request was submitted under, and its committee.</summary>
public sealed record PinnedRules(string CommitteeId, int Form, int Policy, int Committee, int Criteria, int Prices, int Template);

/// <summary>The policy check.</summary>
public sealed record PolicyCheck(bool IsConsistent, ImmutableArray<ChecklistAnswer> Checklist, string Reasons, string By, DateTimeOffset At);
