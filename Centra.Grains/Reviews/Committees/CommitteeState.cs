using System.Collections.Immutable;

namespace Centra.Reviews;

/// <summary>A committee, as its rules see it. Without a name there is none.</summary>
public sealed record CommitteeState(string Name, string? ChairId, ImmutableArray<string> DeputyIds, ImmutableArray<string> MemberIds)
{
    /// <summary>Before it was founded.</summary>
    public static CommitteeState None { get; } = new("", null, [], []);

    /// <summary>Whether it was founded.</summary>
    public bool IsFounded => Name.Length > 0;

    /// <summary>Whether somebody has any part in it.</summary>
    public bool Has(string userId) => ChairId == userId || DeputyIds.Contains(userId) || MemberIds.Contains(userId);
}

/// <summary>What other grains know that a command depends on.</summary>
/// <param name="HasTheRole">Whether the person named has the role that the part needs.</param>
public sealed record CommitteeFacts(bool HasTheRole);

/// <summary>A committee as it is stored.</summary>
public sealed record CommitteeRecord
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Who decides.</summary>
    public string? ChairId { get; init; }

    /// <summary>Who decides in the chair's place.</summary>
    public string[]? DeputyIds { get; init; }

    /// <summary>Who evaluates.</summary>
    public string[]? MemberIds { get; init; }
}
