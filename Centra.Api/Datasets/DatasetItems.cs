using Centra.Datasets;

namespace Centra.Api.Datasets;

/// <summary>A dataset in the catalogue.</summary>
public sealed record DatasetItem(
    string DatasetId, string Title, string Summary, DatasetStanding Standing, Sensitivity Sensitivity, string[] UseCodes, string PriceLine, long? FromYear, long? ToYear,
    string? CommitteeId, string? OutsideAddress, long CurrentVersion, long? Rows, DateTimeOffset? UpdatedAt);

/// <summary>A question about a dataset.</summary>
public sealed record QuestionItem(
    string QuestionId, string DatasetId, string Text, string AskedBy, DateTimeOffset AskedAt, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt);

/// <summary>Somebody who wants to hear when a dataset comes.</summary>
internal sealed record InterestItem(string DatasetId, string UserId, string Note, DateTimeOffset RegisteredAt);

/// <summary>Which questions.</summary>
internal sealed record QuestionFilter(string? Dataset, bool? Answered, string? AskedBy, string? After, int? Limit);
