using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.ReviewLane;

/// <summary>Every state of an item times every verdict and answer.</summary>
public class ReviewRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<ReviewState, ReviewVerdict, string, string>> Verdicts()
    {
        foreach (var verdict in new[] { ReviewVerdict.AskPractice, ReviewVerdict.Same, ReviewVerdict.SomeoneElse })
        {
            yield return new(ReviewState.None, verdict, "officer", nameof(ReviewRefusal.ItemNotFound));
            foreach (var closed in new[] { ReviewState.Same, ReviewState.SomeoneElse, ReviewState.Expired, ReviewState.Moot })
                yield return new(closed, verdict, "officer", nameof(ReviewRefusal.ItemIsClosed));
        }
        yield return new(ReviewState.Open, ReviewVerdict.AskPractice, "officer", nameof(ReviewState.Open));
        yield return new(ReviewState.Proposed, ReviewVerdict.AskPractice, "officer", nameof(ReviewState.Proposed));
        yield return new(ReviewState.Open, ReviewVerdict.Same, "officer", nameof(ReviewState.Same));
        yield return new(ReviewState.Proposed, ReviewVerdict.Same, "first", nameof(ReviewState.Same));
        yield return new(ReviewState.Open, ReviewVerdict.SomeoneElse, "officer", nameof(ReviewState.Proposed));
        yield return new(ReviewState.Proposed, ReviewVerdict.SomeoneElse, "first", nameof(ReviewRefusal.SecondOfficerIsNeeded));
        yield return new(ReviewState.Proposed, ReviewVerdict.SomeoneElse, "officer", nameof(ReviewState.SomeoneElse));
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Decide_EveryCell_IsAsTheTableSays(ReviewState state, ReviewVerdict verdict, string officer, string expected)
    {
        var result = ReviewRules.Decide(In(state), verdict, officer, Now);

        (result.Refusal?.Code ?? result.Value!.State.ToString()).ShouldBe(expected);
        if (result.Value is { State: ReviewState.Same or ReviewState.SomeoneElse } closed)
            (closed.DecidedBy, closed.DecidedAt).ShouldBe((officer, Now.ToUnixTimeMilliseconds()));
    }

    // State, asked, answer so far, who answers, answer; then the answer that stands or the refusal.
    [Theory]
    [InlineData(ReviewState.None, true, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.ItemNotFound))]
    [InlineData(ReviewState.Open, true, ReviewAnswer.None, "stranger", ReviewAnswer.Same, nameof(ReviewRefusal.ItemNotFound))]
    [InlineData(ReviewState.Open, true, ReviewAnswer.None, "holder", ReviewAnswer.None, nameof(ReviewRefusal.AnswerIsWrong))]
    [InlineData(ReviewState.Open, true, ReviewAnswer.None, "holder", (ReviewAnswer)9, nameof(ReviewRefusal.AnswerIsWrong))]
    [InlineData(ReviewState.Same, true, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.ItemIsClosed))]
    [InlineData(ReviewState.SomeoneElse, true, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.ItemIsClosed))]
    [InlineData(ReviewState.Expired, true, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.ItemIsClosed))]
    [InlineData(ReviewState.Moot, true, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.ItemIsClosed))]
    [InlineData(ReviewState.Open, false, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.NobodyAsked))]
    [InlineData(ReviewState.Proposed, false, ReviewAnswer.None, "holder", ReviewAnswer.Same, nameof(ReviewRefusal.NobodyAsked))]
    [InlineData(ReviewState.Open, true, ReviewAnswer.None, "holder", ReviewAnswer.Same, "Same")]
    [InlineData(ReviewState.Open, true, ReviewAnswer.None, "holder", ReviewAnswer.Different, "Different")]
    [InlineData(ReviewState.Proposed, true, ReviewAnswer.None, "holder", ReviewAnswer.Unknown, "Unknown")]
    [InlineData(ReviewState.Open, true, ReviewAnswer.Same, "holder", ReviewAnswer.Same, "Same")]
    [InlineData(ReviewState.Open, true, ReviewAnswer.Same, "holder", ReviewAnswer.Different, nameof(ReviewRefusal.AlreadyAnswered))]
    public void Answer_EveryCell_IsAsTheTableSays(ReviewState state, bool asked, ReviewAnswer before, string practice, ReviewAnswer answer, string expected)
    {
        var item = In(state) is { } row ? row with { Question = asked ? ReviewQuestion.Asked : ReviewQuestion.None, Answer = before } : null;

        var result = ReviewRules.Answer(item, "holder", practice, answer, "clerk", Now);

        (result.Refusal?.Code ?? result.Value!.Answer.ToString()).ShouldBe(expected);
    }

    [Fact]
    public void Answer_ToAnOptOutThatIsNotThere_IsNotFound() =>
        ReviewRules.Answer(In(ReviewState.Open), null, "holder", ReviewAnswer.Same, "clerk", Now).Code().ShouldBe(nameof(ReviewRefusal.ItemNotFound));

    private static ReviewItemRow? In(ReviewState state) => state is ReviewState.None ? null : new ReviewItemRow(
        "i", "north", 1, default, 1, ReviewKind.Incoming, state, "p", 1, 1, 1, ReviewQuestion.None, null, ReviewAnswer.None, null, null, state is ReviewState.Proposed ? "first" : null, null, null);
}
