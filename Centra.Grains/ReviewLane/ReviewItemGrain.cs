using Orleans;

namespace Centra.ReviewLane;

/// <summary>One item of the review lane: serialises commands on it.</summary>
public sealed class ReviewItemGrain(Reviewing reviewing) : Grain, IReviewItemGrain
{
    private string ItemId => this.GetPrimaryKeyString()["review/".Length..];

    /// <inheritdoc/>
    public Task<Result<ReviewItemView>> Decide(CommandContext context, ReviewVerdict verdict) => reviewing.DecideAsync(ItemId, verdict, context);

    /// <inheritdoc/>
    public Task<Result<ReviewItemView>> Answer(CommandContext context, string practiceId, ReviewAnswer answer) =>
        reviewing.AnswerAsync(ItemId, practiceId, answer, context);
}
