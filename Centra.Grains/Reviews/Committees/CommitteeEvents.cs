namespace Centra.Reviews;

/// <summary>What happens to a committee: a closed family.</summary>
public abstract record CommitteeEvent;

/// <summary>It began.</summary>
public sealed record CommitteeFounded(string Name, DateTimeOffset At) : CommitteeEvent;

/// <summary>It has a chair, in place of any former one.</summary>
public sealed record ChairAppointed(string UserId) : CommitteeEvent;

/// <summary>It has a deputy.</summary>
public sealed record DeputyAppointed(string UserId) : CommitteeEvent;

/// <summary>It has a member.</summary>
public sealed record MemberAdded(string UserId) : CommitteeEvent;

/// <summary>A deputy or member left.</summary>
public sealed record MemberRemoved(string UserId) : CommitteeEvent;
