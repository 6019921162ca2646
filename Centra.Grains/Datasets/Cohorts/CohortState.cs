using System.Collections.Immutable;

namespace Centra.Datasets;

/// <summary>One person's counts of the last day, and the last of them.</summary>
public sealed record CohortState(ImmutableArray<DateTimeOffset> Times, CohortCounted? Last)
{
    /// <summary>Before the first.</summary>
    public static CohortState None { get; } = new([], null);
}

/// <summary>What happens to a person's counting: a closed family.</summary>
public abstract record CohortEvent;

/// <summary>Something was counted.</summary>
public sealed record CohortCounted(string DatasetId, int Version, ImmutableArray<CohortFacet> Facets, long? Rounded, DateTimeOffset At) : CohortEvent;

/// <summary>Counts as they are stored.</summary>
public sealed record CohortRecord
{
    /// <summary>When, within the last day.</summary>
    public DateTimeOffset[]? Times { get; init; }

    /// <summary>The last one.</summary>
    public CohortCounted? Last { get; init; }
}
