using System.Globalization;
using Centra.Recording;
using Centra.Requests;

namespace Centra.Notifications;

/// <summary>
/// Who is told of what happens to a request. Pure. Nothing of a decision before the applicant is notified: only then does the stage change.
/// </summary>
internal static class RequestTellings
{
    private const string EndsIn = "agreement-ends-in-";

    public static IEnumerable<Telling> Of(RecordedEvent recorded) => recorded.Type switch
    {
        nameof(RequestSubmitted) => [new("request-submitted", Audience.Applicants), new("request-received", Audience.Managers)],
        nameof(StageEntered) => Entered(recorded.Read<StageEntered>()!),
        nameof(QuestionAsked) => [new("information-asked", Audience.Applicants)],
        nameof(QuestionReminded) => [new("information-reminder", Audience.Applicants)],
        nameof(QuestionAnswered) => [new("information-answered", Audience.Managers)],
        nameof(QuestionLapsed) => [new("information-lapsed", Audience.Applicants)],
        nameof(ReviewerAssigned) => [new("reviewer-assigned", Audience.Person, recorded.Read<ReviewerAssigned>()!.Assignment.ReviewerId)],
        nameof(ReviewerRecused) => [new("reviewer-conflicted", Audience.Managers)],
        nameof(BallotClosed) => Closed(recorded.Read<BallotClosed>()!),
        nameof(Decided) => [new("decision-made", Audience.Managers)],
        nameof(AgreementSeen) => [new("agreement-issued", Audience.Applicants), new("agreement-issued", Audience.Officials)],
        nameof(AgreementExecuted) => [new("agreement-executed", Audience.Applicants), new("agreement-executed", Audience.Finance)],
        nameof(Reminded) => Due(recorded.Read<Reminded>()!.What),
        nameof(AccessPaused) => [new("access-paused", Audience.Team, Reason: recorded.Read<AccessPaused>()!.Pause.Reason)],
        nameof(AccessResumed) => [new("access-resumed", Audience.Team)],
        nameof(Reported) when recorded.Read<Reported>()!.Report.Kind is ReportKind.Incident => [new("incident-reported", Audience.Managers)],
        nameof(BallTaken) => Turn(recorded.Read<BallTaken>()!.By),
        _ => [],
    };

    private static Telling[] Entered(StageEntered entered) => entered.Stage switch
    {
        RequestStage.PolicyCheck or RequestStage.CommitteeReview or RequestStage.Fulfilment or RequestStage.Declined => [new("stage-reached", Audience.Applicants)],
        RequestStage.Contracting or RequestStage.Denied => [new("decision-notified", Audience.Applicants)],
        RequestStage.Unavailable => [new("unavailable", Audience.Applicants, Reason: entered.Reason)],
        RequestStage.Withdrawn => [new("request-withdrawn", Audience.Team), new("request-withdrawn", Audience.Managers)],
        RequestStage.NotFulfilled => [new("not-fulfilled", Audience.Applicants, Reason: entered.Reason)],
        RequestStage.Active => [new("data-released", Audience.Team)],
        RequestStage.Closed => [new("request-closed", Audience.Team)],
        RequestStage.Expired => [new("access-ended", Audience.Team)],
        RequestStage.Revoked => [new("access-revoked", Audience.Team, Reason: entered.Reason)],
        _ => [],
    };

    private static Telling[] Closed(BallotClosed closed) => closed.Standing switch
    {
        BallotStanding.NoQuorum => [new("no-quorum", Audience.Chair), new("no-quorum", Audience.Managers)],
        BallotStanding.Closed => [new("ballot-closed", Audience.Chair, Number: closed.Counted)],
        _ => [],
    };

    private static Telling[] Due(string what) => what.StartsWith(EndsIn, StringComparison.Ordinal)
        ? [new("agreement-ending", Audience.Applicants, Number: long.Parse(what[EndsIn.Length..].Split('-')[0], CultureInfo.InvariantCulture))]
        : [new("report-due", Audience.Applicants)];

    // Applicants, reviewers, chair and officials are told by what happened; who else has to act hears that it is their turn.
    private static Telling[] Turn(string part) => part switch
    {
        "manager" => [new("your-turn", Audience.Managers)],
        "finance" => [new("your-turn", Audience.Finance)],
        "steward" => [new("your-turn", Audience.Stewards)],
        _ => [],
    };
}
