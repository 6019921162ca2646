using Orleans;

namespace Centra.ReviewLane;

/// <summary>An item of the review lane, without the identity: that is read apart, with a purpose, and recorded.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="PracticeId">Whose patient; empty for the practice that is asked about it.</param>
/// <param name="Reference">What the paper of the opt-out in question is marked with.</param>
/// <param name="Kind">Why it is here.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Pattern">Which fields agree, and how well: the explanation.</param>
/// <param name="OpenedAt">When it came.</param>
/// <param name="ExpiresAt">When its content is purged unless somebody decides.</param>
/// <param name="Question">Whether the practice that holds the form was asked.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="ProposedBy">The officer that said "someone else".</param>
[GenerateSerializer, Immutable, Alias("centra.review.item")]
public sealed record ReviewItemView(
    [property: Id(0)] string ItemId,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] string Reference,
    [property: Id(3)] ReviewKind Kind,
    [property: Id(4)] ReviewState State,
    [property: Id(5)] string Pattern,
    [property: Id(6)] DateTimeOffset OpenedAt,
    [property: Id(7)] DateTimeOffset ExpiresAt,
    [property: Id(8)] ReviewQuestion Question,
    [property: Id(9)] ReviewAnswer Answer,
    [property: Id(10)] string? ProposedBy);
