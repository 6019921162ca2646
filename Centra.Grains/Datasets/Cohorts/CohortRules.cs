using System.Collections.Immutable;
using System.Globalization;

namespace Centra.Datasets;

/// <summary>
/// The rules of counting before asking. Pure. Counts are rounded and small ones hidden, facets are few and fixed, and a person has so many
/// counts a day, each recorded: enough to plan a study, too little to single anybody out. (Design: requests.md, "Money, release, catalogue".)
/// </summary>
public static class CohortRules
{
    /// <summary>Counts of a person within 24 hours.</summary>
    public const int MostPerDay = 100;

    private const int MostFacets = 3;
    private const int Step = 10;
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <summary>Why this cannot be counted; null: it can.</summary>
    public static Refusal? WhatIsWrong(CohortState state, DatasetView dataset, ImmutableArray<CohortFacet> asked, DateTimeOffset now) =>
        dataset.Standing is not DatasetStanding.Requestable ? DatasetRefusal.DatasetIsNotRequestable.Because()
        : dataset.Current is null ? DatasetRefusal.DatasetHasNoRows.Because()
        : asked.Length > MostFacets ? DatasetRefusal.TooManyFacets.Because()
        : asked.Select(facet => facet.Variable).Distinct().Count() < asked.Length || !asked.All(facet => IsFacet(dataset, facet)) ? DatasetRefusal.FacetIsWrong.Because()
        : LeftAt(state, now) <= 0 ? DatasetRefusal.TooManyCounts.Because()
        : null;

    /// <summary>Decides a count that was made.</summary>
    public static Result<ImmutableArray<CohortEvent>> Decide(CohortState state, DatasetView dataset, CountCohort command, long rows, DateTimeOffset now)
    {
        if (WhatIsWrong(state, dataset, command.Facets, now) is { } wrong)
            return wrong;
        return ImmutableArray.Create<CohortEvent>(new CohortCounted(command.DatasetId, dataset.CurrentVersion, command.Facets, Rounded(rows), now));
    }

    /// <summary>The state after an event.</summary>
    public static CohortState Apply(CohortState state, CohortEvent happened) => happened switch
    {
        CohortCounted counted => new([.. state.Times.Where(time => counted.At - time < Window), counted.At], counted),
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    /// <summary>What is told of a count.</summary>
    public static CohortCount View(CohortState state, DateTimeOffset now) => state.Last is not { } last
        ? throw new InvalidOperationException("Nothing was counted.")
        : new(last.DatasetId, last.Version, last.Facets, last.Rounded, last.Rounded is { } rounded ? string.Create(CultureInfo.InvariantCulture, $"about {rounded:N0}") : "10 or fewer", LeftAt(state, now));

    private static long? Rounded(long rows) => rows <= Step ? null : (rows + Step / 2) / Step * Step;

    private static int LeftAt(CohortState state, DateTimeOffset now) => MostPerDay - state.Times.Count(time => now - time < Window);

    private static bool IsFacet(DatasetView dataset, CohortFacet asked) =>
        dataset.Variables.FirstOrDefault(variable => variable.Name == asked.Variable) is { IsFacet: true } facet && dataset.Current!.Columns.Contains(facet.Name) && facet.Values.Contains(asked.Value);
}
