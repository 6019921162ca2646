namespace Centra.Requests;

/// <summary>What time brings: ballots close, questions are reminded of and lapse, agreements lapse, terms end, reports are asked for. Pure.</summary>
internal static class ClockRules
{
    /// <summary>Everything that is due by now, in order.</summary>
    public static IEnumerable<RequestEvent> Due(RequestState state, RequestFacts facts)
    {
        if (facts.Rules is not { } rules || state.HasEnded)
            yield break;
        foreach (var happened in BallotRules.Due(state, facts.Now).Concat(QuestionRules.Due(state, rules, facts.Now)).Concat(Term(state, rules, facts.Now)).Concat(Lapse(state, rules, facts.Now)))
        {
            yield return happened;
            state = RequestApply.Apply(state, happened);
            if (happened is StageEntered)
                yield break;
        }
    }

    /// <summary>When the service has to look again; null: never.</summary>
    public static DateTimeOffset? NextDue(RequestState state, RuleFacts rules)
    {
        if (state.HasEnded || state.Stage is RequestStage.None or RequestStage.Draft)
            return null;
        var times = state.OpenQuestions.Select(question => QuestionRules.DueAt(question, rules)).ToList();
        if (state.Stage is RequestStage.CommitteeReview && state.Review.Ballot is { Standing: BallotStanding.Open } ballot)
            times.Add(ballot.Deadline);
        if (LapsesAt(state, rules) is { } lapses)
            times.Add(lapses);
        if (state.Stage is RequestStage.Active)
            times.AddRange(Reminders(state, rules).Where(one => !state.Reminded.Contains(one.What)).Select(one => one.At).Concat(state.Contract.EndsAt is { } ends ? [ends] : []));
        return times.Count == 0 ? null : times.Min();
    }

    // The reminders of an active request: notices before its end, a progress report every year after the first download.
    private static IEnumerable<(string What, DateTimeOffset At)> Reminders(RequestState state, RuleFacts rules)
    {
        if (state.Contract.EndsAt is not { } ends)
            yield break;
        foreach (var days in rules.Levels.EndNoticeDays)
            yield return ($"agreement-ends-in-{days}-days", ends.AddDays(-days));
        for (var report = 1; state.Contract.FirstDownloadAt is { } first && first.AddMonths(report * rules.Levels.ProgressMonths) < ends; report++)
            yield return ($"progress-report-{report}", first.AddMonths(report * rules.Levels.ProgressMonths));
    }

    private static IEnumerable<RequestEvent> Term(RequestState state, RuleFacts rules, DateTimeOffset now)
    {
        if (state.Stage is not RequestStage.Active)
            yield break;
        if (state.Contract.EndsAt <= now)
        {
            yield return new StageEntered(RequestStage.Expired, "the agreement's term has ended", now);
            yield break;
        }
        foreach (var one in Reminders(state, rules).Where(one => one.At <= now && !state.Reminded.Contains(one.What)))
            yield return new Reminded(one.What, now);
    }

    private static IEnumerable<RequestEvent> Lapse(RequestState state, RuleFacts rules, DateTimeOffset now)
    {
        if (LapsesAt(state, rules) <= now)
            yield return new StageEntered(RequestStage.Declined, "the agreement was not executed in time", now);
    }

    // A new version, also of an agreement that was executed before, has its own time. It runs against the institution alone: not while the society has to act.
    private static DateTimeOffset? LapsesAt(RequestState state, RuleFacts rules) =>
        state.Stage is RequestStage.Contracting && state.Contract is { IssuedAt: { } issued } contract && contract.ExecutedVersion != contract.AgreementVersion && contract.AwaitedFrom == Balls.Official
            ? rules.Calendar.EndOf(rules.Calendar.DayOf(issued).AddDays(rules.Template.SignDays)) : null;
}
