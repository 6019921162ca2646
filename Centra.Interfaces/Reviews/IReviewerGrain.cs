using Orleans;
using Orleans.Concurrency;

namespace Centra.Reviews;

/// <summary>What is known of a reviewer: where they belong, whom they are close to, when they are away. Key: <c>reviewer/USER</c>.</summary>
[Alias("centra.reviews.reviewer")]
public interface IReviewerGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. By the reviewer about themselves: the endpoint takes the key from the principal.</summary>
    [Alias("handle")]
    Task<Result<ReviewerView>> Handle(CommandContext context, ReviewerCommand command);

    /// <summary>
    /// The reviewer. Refused with <see cref="ReviewRefusal.ReviewerNotFound"/> before the profile is set: without it conflicts cannot be
    /// seen, so nobody is assigned.
    /// </summary>
    [ReadOnly, Alias("view")]
    Task<Result<ReviewerView>> View();
}

/// <summary>A committee that decides requests. Key: <c>committee/ID</c>.</summary>
[Alias("centra.reviews.committee")]
public interface ICommitteeGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. By a request manager: the endpoint's policy.</summary>
    [Alias("handle")]
    Task<Result<CommitteeView>> Handle(CommandContext context, CommitteeCommand command);

    /// <summary>The committee. Refused with <see cref="ReviewRefusal.CommitteeNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<CommitteeView>> View();
}
