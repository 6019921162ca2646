using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Questions to the applicant. They are no stage: before the data are out they block the next one. Pure.</summary>
internal static class QuestionRules
{
    public static Result<ImmutableArray<RequestEvent>> Ask(RequestState state, AskQuestion ask, RequestFacts facts)
    {
        var isKnown = state.Questions.Any(known => known.QuestionId == ask.QuestionId);
        var isInForm = ask.Sections.All(section => facts.Rules?.Form.Fields.Any(known => known.Key == section) ?? false);
        return isKnown || ask.QuestionId is not { Length: > 0 } || ask.Text is not { Length: > 0 } || !isInForm
            ? DataRequestRefusal.QuestionIsWrong
            : Happens(new QuestionAsked(new Question(ask.QuestionId, ask.Text, ask.Sections, facts.Actor.UserId, facts.Now)));
    }

    public static Result<ImmutableArray<RequestEvent>> Answer(RequestState state, AnswerQuestion answer, DateTimeOffset now) =>
        answer.Text is not { Length: > 0 } ? DataRequestRefusal.TextIsMissing
        : Open(state, answer.QuestionId) is null ? DataRequestRefusal.QuestionNotFound
        : Happens(new QuestionAnswered(answer.QuestionId, answer.Text, now));

    public static Result<ImmutableArray<RequestEvent>> Withdraw(RequestState state, string questionId, RequestFacts facts) => Open(state, questionId) switch
    {
        null => DataRequestRefusal.QuestionNotFound,
        { } question when question.AskedBy != facts.Actor.UserId && !facts.Actor.Roles.Contains(People.Roles.RequestManager) => DataRequestRefusal.NotTheCallersPart,
        _ => Happens(new QuestionWithdrawn(questionId, facts.Now)),
    };

    /// <summary>When the service has to look at a question again.</summary>
    public static DateTimeOffset DueAt(Question question, RuleFacts rules) => rules.Calendar.EndAfter(question.AskedAt, rules.Levels.AnswerWorkingDays * (question.Reminders + 1));

    /// <summary>What is due about questions: reminders, then it lapses and takes the request with it.</summary>
    public static IEnumerable<RequestEvent> Due(RequestState state, RuleFacts rules, DateTimeOffset now)
    {
        foreach (var question in state.OpenQuestions.Where(question => DueAt(question, rules) <= now))
        {
            if (question.Reminders < rules.Levels.AnswerReminders)
            {
                yield return new QuestionReminded(question.QuestionId, question.Reminders + 1);
                continue;
            }
            yield return new QuestionLapsed(question.QuestionId, now);
            yield return Consequence(state, now);
            yield break;
        }
    }

    private static RequestEvent Consequence(RequestState state, DateTimeOffset now) => state.Stage switch
    {
        RequestStage.Contracting => new StageEntered(RequestStage.Declined, "a question was not answered", now),
        RequestStage.Fulfilment or RequestStage.Active => new AccessPaused(new AccessPause("the service", "a question was not answered", now)),
        _ => new StageEntered(RequestStage.Withdrawn, "a question was not answered", now),
    };

    private static Question? Open(RequestState state, string questionId) => state.OpenQuestions.FirstOrDefault(question => question.QuestionId == questionId);

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
