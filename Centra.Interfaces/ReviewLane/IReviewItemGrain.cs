using Orleans;

namespace Centra.ReviewLane;

/// <summary>One item of the review lane. Key: <c>review/ID</c>. It serialises commands; what it knows stands in the vault.</summary>
[Alias("centra.review.grain")]
public interface IReviewItemGrain : IGrainWithStringKey
{
    /// <summary>Carries out an officer's command.</summary>
    [Alias("decide")]
    Task<Result<ReviewItemView>> Decide(CommandContext context, ReviewVerdict verdict);

    /// <summary>The practice that holds the form answers. Refused with <see cref="ReviewRefusal.ItemNotFound"/> for any other practice.</summary>
    [Alias("answer")]
    Task<Result<ReviewItemView>> Answer(CommandContext context, string practiceId, ReviewAnswer answer);
}

/// <summary>What an officer does with an item.</summary>
public enum ReviewVerdict
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>Puts one question to the practice that holds the form: is this the person on it?</summary>
    AskPractice = 1,

    /// <summary>It is the same person: erased, and its tokens added to the opt-out.</summary>
    Same = 2,

    /// <summary>It is someone else. The first officer proposes, a second decides.</summary>
    SomeoneElse = 3,
}
