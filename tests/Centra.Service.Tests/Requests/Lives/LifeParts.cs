using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Service.Tests.Requests;

/// <summary>What many lives have in common.</summary>
internal static class LifeParts
{
    private static readonly object None = Array.Empty<string>();

    /// <summary>A command whose body is known beforehand.</summary>
    public static LifeStep By(string who, Kind kind, string what, object? body = null) => new Ask(kind, who, what, _ => Task.FromResult(body));

    /// <summary>A command whose body comes from what was there before.</summary>
    public static LifeStep By(string who, Kind kind, string what, Func<LifeScene, Task<object?>> body) => new Ask(kind, who, what, body);

    /// <summary>Uploads and attaches.</summary>
    public static LifeStep Attached(bool isForm) => By("pi", Kind.Attach, "documents", async scene => new { documentId = scene.Document = await scene.Story.UploadAsync("pi"), isForm });

    /// <summary>A draft that can be submitted.</summary>
    public static IEnumerable<LifeStep> Drafted() =>
    [
        new Begin(Kind.CreateDraft), Attached(isForm: true), By("pi", Kind.AddDataset, $"PUT datasets/{RequestCast.Dataset}", new { variables = StoryBodies.Variables, cohort = "All" }),
        By("pi", Kind.DeclareInterests, "interests", new { coAuthors = None, funders = StoryBodies.Funders, category = "academic" }),
    ];

    /// <summary>Submitted, available, agreeing with the policy.</summary>
    public static IEnumerable<LifeStep> AtCommittee() =>
    [
        By("pi", Kind.Submit, "submit"), By("manager", Kind.RecordAvailability, "availability", StoryBodies.Available),
        By("manager", Kind.RecordPolicyCheck, "policy-check", StoryBodies.Policy(true)),
    ];

    /// <summary>Three reviewers say the same.</summary>
    public static IEnumerable<LifeStep> Evaluated(RequestCast cast, string recommendation = "approve", object? evaluation = null) =>
    [
        By("manager", Kind.AssignReviewers, "reviewers", new { reviewers = cast.Reviewers.Select(one => one.UserId) }),
        .. Enumerable.Range(1, 3).SelectMany(number => new[]
        {
            By($"reviewer{number}", Kind.DeclareConflict, "conflict", new { hasConflict = false, words = "" }),
            By($"reviewer{number}", Kind.Evaluate, "evaluation", evaluation ?? StoryBodies.Evaluation(recommendation)),
        }),
    ];

    /// <summary>Closed, decided, told.</summary>
    public static IEnumerable<LifeStep> Decided(bool isApproved = true, string chair = "chair") =>
    [
        By(chair, Kind.CloseBallot, "ballot/close"), By(chair, Kind.Decide, "decision", StoryBodies.Decision(isApproved)), By("manager", Kind.NotifyDecision, "decision/notify"),
    ];

    /// <summary>An estimate and an agreement to sign.</summary>
    public static IEnumerable<LifeStep> Offered() =>
        [By("finance", Kind.IssueEstimate, "estimate", new { extraHours = 0 }), By("manager", Kind.IssueAgreement, "agreement")];

    /// <summary>From submitting to the offer.</summary>
    public static IEnumerable<LifeStep> ToOffer(RequestCast cast) => [.. AtCommittee(), .. Evaluated(cast), .. Decided(), .. Offered()];

    /// <summary>Somebody reads the agreement and signs it.</summary>
    public static LifeStep Signed(string who, Kind kind) => By(who, kind, kind is Kind.SignAgreement ? "agreement/sign" : "agreement/countersign",
        async scene => StoryBodies.Signature(await scene.Story.ReadAgreementAsync(who)));

    /// <summary>Both sign.</summary>
    public static IEnumerable<LifeStep> Executed() => [Signed("official", Kind.SignAgreement), Signed("signatory", Kind.Countersign)];

    /// <summary>A payment by hand, confirmed.</summary>
    public static IEnumerable<LifeStep> Paid(string payment, decimal amount = 250m) =>
    [
        By("finance", Kind.RecordPayment, "payments", new { paymentId = payment, amount, currency = "USD", bankReference = $"BANK-{payment}", means = "wire" }),
        By("finance2", Kind.ConfirmPayment, $"payments/{payment}/confirm", new { reference = $"BANK-{payment}" }),
    ];

    /// <summary>The extract is ordered.</summary>
    public static LifeStep Ordered() => By("steward", Kind.PrepareRelease, "release", StoryBodies.Extract);

    /// <summary>Ordered, and approved by another steward.</summary>
    public static IEnumerable<LifeStep> Released() => [Ordered(), By("steward2", Kind.ApproveRelease, "release/approve", async scene => await scene.Story.BuiltAsync() is var built
        ? new { version = built.Version, manifestSha256 = built.ManifestSha256, hasNoActualKnowledge = true } : null)];
}
