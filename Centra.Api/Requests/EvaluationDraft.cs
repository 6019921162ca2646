using System.Collections.Immutable;
using Centra.Requests;

namespace Centra.Api.Requests;

/// <summary>An evaluation that is not handed in yet: any of it may be missing.</summary>
/// <param name="Datasets">What is recommended so far.</param>
/// <param name="Scores">What is scored so far.</param>
public sealed record EvaluationDraft(IReadOnlyList<DraftedRecommendation>? Datasets, IReadOnlyList<DraftedScore>? Scores)
{
    /// <summary>Nothing of what was written.</summary>
    public override string ToString() => nameof(EvaluationDraft);

    /// <summary>The same as it was handed in before, to go on from.</summary>
    internal static EvaluationDraft Of(ImmutableArray<DatasetRecommendation> datasets, ImmutableArray<CriterionScore> scores) => new(
        [.. datasets.Select(one => new DraftedRecommendation(one.DatasetId, one.Recommendation, one.Conditions))], [.. scores.Select(one => new DraftedScore(one.Criterion, one.Score, one.Words))]);

    /// <summary>What is written about a dataset.</summary>
    public DraftedRecommendation? Dataset(string id) => Datasets?.LastOrDefault(one => one?.DatasetId == id);

    /// <summary>What is written about a criterion.</summary>
    public DraftedScore? Score(string criterion) => Scores?.LastOrDefault(one => one?.Criterion == criterion);
}

/// <summary>What may be recommended about a dataset.</summary>
public sealed record DraftedRecommendation(string? DatasetId, Recommendation? Recommendation, string? Conditions);

/// <summary>What may be the score of a criterion, and why.</summary>
public sealed record DraftedScore(string? Criterion, int? Score, string? Words);

/// <summary>A draft as it is kept.</summary>
/// <param name="Draft">What is written.</param>
/// <param name="SavedAt">Since when.</param>
public sealed record KeptDraft(EvaluationDraft Draft, DateTimeOffset SavedAt);
