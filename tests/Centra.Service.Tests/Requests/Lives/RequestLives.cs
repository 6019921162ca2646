using System.Text.Json;
using Centra.Requests;
using static Centra.Service.Tests.Requests.LifeParts;
using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Service.Tests.Requests;

/// <summary>Lives of requests, as data; together they send every command of the table.</summary>
internal static partial class RequestLives
{
    /// <summary>Their names, in the order in which they are played: those that set time far forward come last.</summary>
    public static readonly string[] Names = ["whole", "paper", "free", "denied", "declined", "unfulfilled", "provider", "lapsed", "removed"];

    private static readonly string[] Years = ["year"];

    /// <summary>The steps of one.</summary>
    public static LifeStep[] Of(string name, RequestCast cast) => [.. name switch
    {
        "whole" => Whole(cast),
        "paper" => Paper(cast),
        "free" => Free(cast),
        "denied" => DeniedFirst(cast),
        "declined" => [.. Drafted(), .. ToOffer(cast), By("official", Kind.DeclineAgreement, "agreement/decline", new { reason = "Too much is asked." })],
        "unfulfilled" => Unfulfilled(cast),
        "provider" => Provider(cast),
        "lapsed" => [.. Drafted(), .. ToOffer(cast), new Passing(Kind.Tick, TimeSpan.FromDays(120), "request-clock", "AgreementLapsed")],
        "removed" => [.. Drafted(), new Passing(Kind.RemoveContent, TimeSpan.FromDays(367), "retention", nameof(ContentRemoved))],
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    }];

    /// <summary>Where its last request ends.</summary>
    public static string EndOf(string name) => name switch
    {
        "whole" or "paper" => "closed",
        "free" or "provider" => "active",
        "denied" or "removed" => "withdrawn",
        "unfulfilled" => "notFulfilled",
        _ => "declined",
    };

    private static IEnumerable<LifeStep> Whole(RequestCast cast) => [.. WholeDraft(cast), .. WholeReview(cast), .. WholeContract(), .. WholeAccess()];

    private static IEnumerable<LifeStep> WholeDraft(RequestCast cast)
    {
        var (pi, colleague, stranger) = (cast["pi"].UserId, cast["colleague"].UserId, cast["stranger"].UserId);
        return
        [
            .. Drafted(), Attached(isForm: false), By("pi", Kind.Detach, "DELETE documents/{document}"),
            By("pi", Kind.EditSection, "PUT sections/question", new { text = "Does it help?", revision = 0 }),
            By("pi", Kind.AddDataset, "PUT datasets/practice-census", new { variables = Years, cohort = "All" }), By("pi", Kind.RemoveDataset, "DELETE datasets/practice-census"),
            By("pi", Kind.AddTeamMember, "team", new { userId = colleague, name = "Ben Hart", institutionId = cast.Ror, part = "delegate" }),
            By("pi", Kind.AddTeamMember, "team", new { userId = stranger, name = "Dora Vale", institutionId = cast.Ror, part = "member" }),
            By("pi", Kind.RemoveTeamMember, $"DELETE team/{stranger}"),
            By("pi", Kind.ChangePrincipalInvestigator, $"team/{colleague}/investigator"), By("colleague", Kind.ChangePrincipalInvestigator, $"team/{pi}/investigator"),
        ];
    }

    private static IEnumerable<LifeStep> WholeReview(RequestCast cast)
    {
        var evaluation = JsonSerializer.SerializeToElement(StoryBodies.Evaluation("approve"));
        var scores = evaluation.GetProperty("scores").EnumerateArray().Cast<object>().Append(new { criterion = "local", score = 5, words = "Yes." });
        var reviewer = cast["reviewer4"].UserId;
        return
        [
            By("pi", Kind.Submit, "submit"), By("manager", Kind.AskQuestion, "questions/q1", new { text = "Which years?", sections = StoryBodies.Sections }),
            By("pi", Kind.AnswerQuestion, "questions/q1/answer", new { text = "All." }), By("manager", Kind.AskQuestion, "questions/q2", new { text = "Which?", sections = Array.Empty<string>() }),
            By("manager", Kind.WithdrawQuestion, "questions/q2/withdraw"), By("manager", Kind.RecordAvailability, "availability", StoryBodies.Available),
            By("manager", Kind.ReturnToStage, "return", new { stage = "availability", reason = "Looked at the wrong year." }), .. AtCommittee().Skip(1),
            By("chair", Kind.AddCriterion, "criteria", new { key = "local", text = "Is it ours?", reason = "It is local." }),
            By("manager", Kind.AssignReviewers, "reviewers", new { reviewers = new[] { reviewer } }),
            By("manager", Kind.UnassignReviewer, $"reviewers/{reviewer}/unassign", new { reason = "Busy." }),
            .. Evaluated(cast, evaluation: new { datasets = evaluation.GetProperty("datasets"), scores }),
            By("chair", Kind.ExtendBallot, "ballot/extend", scene => Task.FromResult<object?>(new { until = scene.App.Clock.GetUtcNow().AddDays(18), reason = "Holidays." })),
            By("chair", Kind.CloseBallot, "ballot/close"), By("chair", Kind.Decide, "decision", StoryBodies.Decision(true)),
            By("chair", Kind.CorrectDecision, "decision/correct", new { datasets = new[] { new { datasetId = RequestCast.Dataset, isApproved = true, conditions = "Cite us." } }, reason = "A condition was left out." }),
            By("manager", Kind.NotifyDecision, "decision/notify"),
        ];
    }

    private static IEnumerable<LifeStep> WholeContract() =>
    [
        .. Offered(), By("pi", Kind.RequestChanges, "agreement/changes", new { comments = new[] { new { clauseId = "cost", text = "Too much." } } }),
        By("manager", Kind.AnswerChanges, "agreement/changes/answer", new { answer = "It is the price book." }), By("finance", Kind.ReviseEstimate, "estimate", new { extraHours = 1, note = "One hour more." }),
        By("manager", Kind.ReviseAgreement, "agreement/revise", new { note = "Anew." }), .. Executed(), By("pi", Kind.AcceptTerms, "terms", new { agreementVersion = 3 }),
        By("finance", Kind.IssueInvoice, "invoice", new { }), By("finance", Kind.WaiveFee, "waivers", new { waiverId = "w1", amount = 75, currency = "USD", reason = "The extra hour." }),
        By("finance2", Kind.ApproveWaiver, "waivers/w1/approve"), .. Paid("wire-1"),
    ];

    private static IEnumerable<LifeStep> WholeAccess() =>
    [
        Ordered(), new Inspecting(1), By("steward2", Kind.RejectRelease, "release/reject", new { version = 1, reason = "The wrong columns." }), .. Released(),
        new Downloading(), By("pi", Kind.ReportProgress, "reports/progress", new { text = "Half done." }), By("manager", Kind.Pause, "pause", new { reason = "To look." }),
        By("manager", Kind.Resume, "resume", new { reason = "Looked." }), By("pi", Kind.ReportIncident, "reports/incident", new { text = "A laptop was lost." }),
        By("chair", Kind.Resume, "resume", new { reason = "It was empty." }), By("pi", Kind.ReportPublication, "reports/publication", new { citation = "Stone, A. (2027)", identifier = "10.1000/1" }),
        By("pi", Kind.AttestDestruction, "destruction", new { certificate = "Wiped." }), By("pi", Kind.CloseOut, "close-out", new { report = "Done." }), By("steward", Kind.AcceptCloseOut, "close-out/accept"),
    ];
}
