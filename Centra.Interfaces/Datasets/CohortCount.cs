using System.Collections.Immutable;
using Orleans;
using static Centra.Datasets.DatasetRefusal;

namespace Centra.Datasets;

/// <summary>How many rows of a dataset have all of these values?</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="Facets">None to three variables, each once.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.count-cohort")]
[RefusedWith(DatasetNotFound, DatasetIsNotRequestable, DatasetHasNoRows, TooManyFacets, FacetIsWrong, TooManyCounts)]
public sealed record CountCohort([property: Id(0)] string DatasetId, [property: Id(1)] ImmutableArray<CohortFacet> Facets);

/// <summary>A variable and the value that it has to have.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.facet")]
public sealed record CohortFacet([property: Id(0)] string Variable, [property: Id(1)] string Value);

/// <summary>About how many rows; exact numbers are not told.</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="Version">Number of the version that was counted.</param>
/// <param name="Facets">What was asked.</param>
/// <param name="Rounded">To the nearest ten; null: 10 or fewer, perhaps none.</param>
/// <param name="Text">The same in words.</param>
/// <param name="LeftToday">How many counts this person has left within 24 hours.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.cohort-count")]
public sealed record CohortCount(
    [property: Id(0)] string DatasetId,
    [property: Id(1)] int Version,
    [property: Id(2)] ImmutableArray<CohortFacet> Facets,
    [property: Id(3)] long? Rounded,
    [property: Id(4)] string Text,
    [property: Id(5)] int LeftToday);
