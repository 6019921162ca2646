using System.Globalization;

namespace Centra.Requests;

/// <summary>Why a request stands where it stands, in words. Pure.</summary>
internal static class Explaining
{
    public static RequestExplanation Of(RequestState state, RequestParts parts, RequestFacts facts) => new(
        state.Stage, state.StageSince, [.. Sentences(state, parts, facts)], [.. Rules(state)], Balls.Of(state, parts), (parts & RequestParts.Society) != 0 ? state.DueAt : null);

    private static IEnumerable<string> Sentences(RequestState state, RequestParts parts, RequestFacts facts)
    {
        var isInside = (parts & (RequestParts.Society | RequestParts.Auditor)) != 0;
        if (isInside || state.Stage is not RequestStage.CommitteeReview)
            yield return string.Create(CultureInfo.InvariantCulture, $"{state.Stage} since {state.StageSince:yyyy-MM-dd}: {state.StageReason}.");
        foreach (var question in state.OpenQuestions)
            yield return string.Create(CultureInfo.InvariantCulture, $"A question of {question.AskedAt:yyyy-MM-dd} is open; it stops the clock.");
        if (state.Pause is { } pause)
            yield return $"Access is paused: {pause.Reason}.";
        if (isInside && state.Stage is RequestStage.CommitteeReview)
            yield return Ballot(state.Review);
        if (state.Stage is RequestStage.Contracting)
        {
            yield return state.Contract.ExecutedVersion > 0 ? $"Version {state.Contract.ExecutedVersion} of the agreement is fully executed." : state.Contract.AgreementVersion > 0 ? $"Version {state.Contract.AgreementVersion} of the agreement waits for signatures." : "No agreement was issued yet.";
            yield return facts.Contract.Ledger is { IsFeeDetermined: true } ledger ? ledger.IsSettled ? "The fee is settled." : string.Create(CultureInfo.InvariantCulture, $"{ledger.Balance:0.00} {ledger.Currency} are to be paid.") : "The fee is not determined yet.";
        }
        if (state.Stage is RequestStage.Draft && (parts & RequestParts.Member) != 0)
        {
            foreach (var refusal in SubmitRules.Missing(state, facts))
                yield return refusal.Detail;
        }
    }

    private static string Ballot(CommitteeReview review) => review.Ballot switch
    {
        null => "No reviewers are assigned yet.",
        { } ballot => string.Create(CultureInfo.InvariantCulture, $"The ballot is {ballot.Standing}: {review.Counted.Count()} evaluations, quorum {ballot.Quorum}, deadline {ballot.Deadline:yyyy-MM-dd HH:mm}Z."),
    };

    private static IEnumerable<string> Rules(RequestState state)
    {
        if (state.Pinned is not { } pinned)
            yield break;
        yield return $"form version {pinned.Form}";
        yield return $"policy version {pinned.Policy}";
        yield return $"committee rules version {pinned.Committee} of {pinned.CommitteeId}";
        yield return $"criteria version {pinned.Criteria}";
        yield return $"price book version {pinned.Prices}";
        yield return $"agreement template version {pinned.Template}";
    }
}
