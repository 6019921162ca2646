using Centra.Requests;
using static Centra.Service.Tests.Requests.LifeParts;
using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Service.Tests.Requests;

// Signed on paper and charged back; free and amended; denied; not fulfilled; paid by the provider and renewed.
internal static partial class RequestLives
{
    private static readonly string Scan = new('5', 64);

    private static IEnumerable<LifeStep> Paper(RequestCast cast) =>
    [
        .. Drafted(), .. ToOffer(cast), By("manager", Kind.AttachSignedScan, "agreement/scan", async scene => await ScanAsync(scene)),
        By("manager", Kind.AttestScan, "agreement/scan/attest", AttestAsync), By("manager2", Kind.AttestScan, "agreement/scan/attest", AttestAsync),
        By("finance", Kind.IssueInvoice, "invoice", new { }), .. Paid("wire-1").Take(1), By("finance", Kind.RejectEntry, "entries/wire-1/reject", new { reason = "Another's wire." }),
        .. Paid("wire-2", 300m), By("finance", Kind.RecordRefund, "refunds", new { refundId = "r1", amount = 50, currency = "USD", bankReference = "BACK-1", reason = "Too much came." }),
        By("finance2", Kind.ApproveRefund, "refunds/r1/approve"), Signed("signatory", Kind.Countersign), .. Released(),
        By("finance", Kind.RecordReversal, "reversals", new { paymentId = "wire-2", reversalId = "back-1", amount = 250, currency = "USD", reason = "The bank took it back." }),
        .. Paid("wire-3"), By("manager", Kind.Resume, "resume", new { reason = "Paid again." }), By("chair", Kind.Revoke, "revoke", new { reason = "The terms were broken." }),
        By("pi", Kind.AttestDestruction, "destruction", new { certificate = "Wiped." }), By("pi", Kind.CloseOut, "close-out", new { report = "Done." }), By("steward", Kind.AcceptCloseOut, "close-out/accept"),
    ];

    private static IEnumerable<LifeStep> Free(RequestCast cast) =>
    [
        .. Drafted(), .. ToOffer(cast), .. FreeOfCharge(), By("finance", Kind.CancelFee, "fee/cancel", new { reason = "Looked at again." }),
        By("manager", Kind.ReviseAgreement, "agreement/revise", new { note = "Anew." }), .. Executed(), .. FreeOfCharge(), .. Released(),
        new Begin(Kind.Amend), .. ToOffer(cast), .. FreeOfCharge(), .. Executed(), .. Released().Take(1), Superseding(),
    ];

    private static IEnumerable<LifeStep> DeniedFirst(RequestCast cast) =>
    [
        .. Drafted(), .. AtCommittee(), .. Evaluated(cast, "deny"), .. Decided(isApproved: false), By("pi", Kind.Reconsider, "reconsider", new { reason = "The cohort was misread." }),
        .. Evaluated(cast), By("chair", Kind.DeclareConflict, "conflict", new { hasConflict = true, words = "We write together." }), .. Decided(chair: "deputy"), .. Offered(),
        By("pi", Kind.Withdraw, "withdraw", new { reason = "No money." }),
    ];

    private static IEnumerable<LifeStep> Unfulfilled(RequestCast cast) =>
    [
        .. Drafted(), .. ToOffer(cast), By("manager", Kind.DeclineToFulfil, "decline-to-fulfil", new { reason = "The data were withdrawn." }),
        new Passing(Kind.Advance, TimeSpan.Zero, "request-clock", null), By("manager2", Kind.ApproveDeclining, "decline-to-fulfil/approve"),
    ];

    private static IEnumerable<LifeStep> Provider(RequestCast cast) =>
    [
        .. Drafted(), .. ToOffer(cast), .. Executed(), By("finance", Kind.IssueInvoice, "invoice", new { }), new Told(), .. Released(),
        new Passing(Kind.Tick, TimeSpan.FromDays(731), "request-clock", "StageEntered"), new Begin(Kind.Renew), .. ToOffer(cast), .. Executed(),
        By("finance", Kind.IssueInvoice, "invoice", new { }), .. Paid("wire-9"), .. Released().Take(1), Superseding(),
    ];

    private static IEnumerable<LifeStep> FreeOfCharge() =>
        [By("finance", Kind.DetermineNoFee, "no-fee", new { reason = "For the commons." }), By("finance2", Kind.ApproveNoFee, "no-fee/approve")];

    // The parent is superseded in the same step: nobody sends that.
    private static LifeStep Superseding() => Released().Last() with { Leaves = nameof(Superseded), Also = Kind.Supersede };

    private static async Task<object?> ScanAsync(LifeScene scene) => new
    {
        scanSha256 = Scan,
        sha256 = await scene.Story.ReadAgreementAsync("official"),
        officialId = scene.Cast["official"].UserId,
        fullName = "Cleo Hart",
        capacity = "Provost",
        signedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(scene.App.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).DateTime),
    };

    private static async Task<object?> AttestAsync(LifeScene scene) => new { scanSha256 = Scan, sha256 = await scene.Story.ReadAgreementAsync("manager") };
}
