using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>The rules of the review lane. Pure: the row after a command, or a refusal. (Design: opt-out.md, "Review lane".)</summary>
public static class ReviewRules
{
    /// <summary>What an officer's verdict makes of an item. The erasure or release that follows is the caller's.</summary>
    public static Result<ReviewItemRow> Decide(ReviewItemRow? item, ReviewVerdict verdict, string officer, DateTimeOffset now) => (item, verdict) switch
    {
        (null, _) => ReviewRefusal.ItemNotFound,
        ({ State: not (ReviewState.Open or ReviewState.Proposed) }, _) => ReviewRefusal.ItemIsClosed,
        (_, ReviewVerdict.AskPractice) when item.Question is ReviewQuestion.Asked => item,
        (_, ReviewVerdict.AskPractice) => item with { Question = ReviewQuestion.Asked, AskedAt = Ms(now), UpdatedAt = Ms(now) },
        (_, ReviewVerdict.Same) => Closed(item, ReviewState.Same, officer, now),
        ({ State: ReviewState.Open }, ReviewVerdict.SomeoneElse) => item with { State = ReviewState.Proposed, ProposedBy = officer, UpdatedAt = Ms(now) },
        (_, ReviewVerdict.SomeoneElse) when item.ProposedBy == officer => ReviewRefusal.SecondOfficerIsNeeded,
        (_, ReviewVerdict.SomeoneElse) => Closed(item, ReviewState.SomeoneElse, officer, now),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>What the answer of the practice that holds the form makes of an item.</summary>
    /// <param name="item">The item, or null.</param>
    /// <param name="holder">The practice that sent the opt-out in question, or null.</param>
    /// <param name="practiceId">The practice that answers.</param>
    /// <param name="answer">What it says.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When.</param>
    public static Result<ReviewItemRow> Answer(ReviewItemRow? item, string? holder, string practiceId, ReviewAnswer answer, string actor, DateTimeOffset now) => item switch
    {
        null => ReviewRefusal.ItemNotFound,
        _ when holder != practiceId => ReviewRefusal.ItemNotFound,
        _ when answer is not (ReviewAnswer.Same or ReviewAnswer.Different or ReviewAnswer.Unknown) => ReviewRefusal.AnswerIsWrong,
        { State: not (ReviewState.Open or ReviewState.Proposed) } => ReviewRefusal.ItemIsClosed,
        { Question: ReviewQuestion.None } => ReviewRefusal.NobodyAsked,
        { Answer: not ReviewAnswer.None } when item.Answer != answer => ReviewRefusal.AlreadyAnswered,
        _ => item with { Answer = answer, AnsweredBy = actor, AnsweredAt = Ms(now), UpdatedAt = Ms(now) },
    };

    private static ReviewItemRow Closed(ReviewItemRow item, ReviewState state, string officer, DateTimeOffset now) =>
        item with { State = state, DecidedBy = officer, DecidedAt = Ms(now), UpdatedAt = Ms(now) };

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
