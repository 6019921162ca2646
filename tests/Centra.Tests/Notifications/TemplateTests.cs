using Centra.Notifications;
using Centra.Recording;
using Centra.Requests;
using Centra.Rules;

namespace Centra.Tests.Notifications;

/// <summary>Whoever is told something is told it in words: every message that the code sends has a template.</summary>
public class TemplateTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    public static TheoryData<RequestEvent> Events =>
    [
        .. Enum.GetValues<RequestStage>().Select(stage => new StageEntered(stage, "why", At)),
        .. new[] { "manager", "finance", "steward" }.Select(part => new BallTaken(part)),
        new RequestSubmitted(new PinnedRules("c", 1, 1, 1, 1, 1, 1), [], At), new QuestionAsked(new Question("q", "t", [], "m", At)), new QuestionReminded("q", 1), new QuestionAnswered("q", "a", At),
        new QuestionLapsed("q", At), new ReviewerAssigned(new Assignment(1, "r", "m", At)), new ReviewerRecused("r", At), new BallotClosed(BallotStanding.Closed, 3, At),
        new BallotClosed(BallotStanding.NoQuorum, 1, At), new Decided(new Decision("c", At, [], "")), new AgreementSeen(1, At), new Reminded("agreement-ends-in-30-days", At),
        new Reminded("progress-report-1", At), new AccessPaused(new AccessPause("m", "why", At)), new AccessResumed("", At), new Reported(new Report(ReportKind.Incident, "t", "a", At)),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_IsToldInATemplateThatExists(RequestEvent happened)
    {
        var recorded = new RecordedEvent("request/r", 1, happened.GetType().Name, System.Text.Json.JsonSerializer.Serialize(happened, happened.GetType(), System.Text.Json.JsonSerializerOptions.Web), "a", At, default, "");
        var templates = RulesReader.Read<MessageTemplates>(new RulesVersion(RulesKinds.Messages, 1, RulesDefaults.Of(RulesKinds.Messages), "", At));

        foreach (var telling in RequestTellings.Of(recorded))
        {
            var template = templates.For(telling.Template).ShouldNotBeNull(telling.Template);
            if (template.Body.Contains("{{daysLeft}}", StringComparison.Ordinal) || template.Body.Contains("{{count}}", StringComparison.Ordinal))
                telling.Number.ShouldNotBeNull();
            if (template.Body.Contains("{{reason}}", StringComparison.Ordinal))
                telling.Reason.ShouldNotBeNull();
        }
    }
}
