using Centra.Agreements;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.People;
using Centra.Api.Security;
using Centra.Billing;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Orleans;

namespace Centra.Api.Requests;

/// <summary>Commands of a request's agreement, ledger and release; all by way of the request.</summary>
internal static class ContractApi
{
    /// <summary>What a signature means where the signer does not say otherwise.</summary>
    public const string SignedForInstitution = "I sign for the institution, which is bound by this agreement and accepts its cost.";
    /// <summary>What the society's signature means where the signer does not say otherwise.</summary>
    public const string SignedForSociety = "I sign for the society, which is bound by this agreement.";

    public static void Map(IEndpointRouteBuilder group, RequestRoutes routes)
    {
        group.MapPost("/{id}/agreement/sign", (string id, SignatureBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids, SignIns signIns, UserManager<User> users, TimeProvider clock) =>
            SignAsync(id, body, at => new ForAgreement(new SignAgreement(body.FullName ?? "", body.Capacity ?? "", body.Meaning ?? SignedForInstitution, body.Sha256 ?? "", at)), caller, request, grains, ids, signIns, users, clock))
            .RequireAuthorization(Policies.SignForInstitution).WithSummary("The institution signs").SendsToRequest<SignAgreement>().Refuses(AccountRefusal.SignInFailed, AccountRefusal.TotpIsNeeded, AccountRefusal.TooManyAttempts);
        group.MapPost("/{id}/agreement/countersign", (string id, SignatureBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids, SignIns signIns, UserManager<User> users, TimeProvider clock) =>
            SignAsync(id, body, at => new ForAgreement(new Countersign(body.FullName ?? "", body.Capacity ?? "", body.Meaning ?? SignedForSociety, body.Sha256 ?? "", at)), caller, request, grains, ids, signIns, users, clock))
            .RequireAuthorization(Policies.SignForSociety).WithSummary("The society countersigns").SendsToRequest<Countersign>().Refuses(AccountRefusal.SignInFailed, AccountRefusal.TotpIsNeeded, AccountRefusal.TooManyAttempts);
        MapAgreement(routes);
        MapMoney(routes);
        routes
            .Post<PrepareRelease>("/{id}/release", Policies.ReleaseData, "Have the extract made", body => new ForRelease(body))
            .Post<ApproveRelease>("/{id}/release/approve", Policies.ReleaseData, "Another steward approves the release", body => new ForRelease(body))
            .Post<RejectRelease>("/{id}/release/reject", Policies.ReleaseData, "The release is not approved", body => new ForRelease(body));
    }

    private static void MapAgreement(RequestRoutes routes) => routes
        .Post<DrawUpAgreement>("/{id}/agreement", Policies.ManageRequests, "Issue the agreement", () => new DrawUpAgreement())
        .Post<RedrawAgreement>("/{id}/agreement/revise", Policies.ManageRequests, "A new version; signatures are void", body => body)
        .Post<RequestChanges>("/{id}/agreement/changes", Policies.NegotiateAgreements, "Ask for changes of clauses or cost", body => new ForAgreement(body))
        .Post<AnswerChanges>("/{id}/agreement/changes/answer", Policies.WorkOnRequests, "Answer a wish for changes", body => new ForAgreement(body))
        .Post<AttachSignedScan>("/{id}/agreement/scan", Policies.ManageRequests, "A scan of the agreement signed on paper", body => new ForAgreement(body))
        .Post<AttestScan>("/{id}/agreement/scan/attest", Policies.AttestScans, "Attest that the scan is of the issued text", body => new ForAgreement(body))
        .Post<DeclineAgreement>("/{id}/agreement/decline", Policies.SignForInstitution, "The institution declines", body => new ForAgreement(body));

    private static void MapMoney(RequestRoutes routes) => routes
        .Post<EstimateCost>("/{id}/estimate", Policies.HandleMoney, "Estimate the cost; with a note: again", body => body)
        .Post<IssueInvoice>("/{id}/invoice", Policies.HandleMoney, "Invoice what was accepted", body => new ForLedger(body))
        .Post<DetermineNoFee>("/{id}/no-fee", Policies.HandleMoney, "Determine that there is no fee", body => new ForLedger(body))
        .Post<ApproveNoFee>("/{id}/no-fee/approve", Policies.HandleMoney, "A second person agrees that there is no fee", () => new ForLedger(new ApproveNoFee(0)))
        .Post<CancelFee>("/{id}/fee/cancel", Policies.HandleMoney, "Cancel the fee's determination", body => new ForLedger(body))
        .Post<RecordPayment>("/{id}/payments", Policies.HandleMoney, "Record a payment", body => new ForLedger(body))
        .PostPart<BankReference, ConfirmPayment>("/{id}/payments/{part}/confirm", Policies.HandleMoney, "A second person confirms a payment", (part, body) => new ForLedger(new ConfirmPayment(part, body.Reference ?? "")))
        .Post<RecordRefund>("/{id}/refunds", Policies.HandleMoney, "Record a refund", body => new ForLedger(body))
        .PostPart<ApproveRefund>("/{id}/refunds/{part}/approve", Policies.HandleMoney, "A second person approves a refund", part => new ForLedger(new ApproveRefund(part)))
        .Post<WaiveFee>("/{id}/waivers", Policies.HandleMoney, "Waive the fee or a part of it", body => new ForLedger(body))
        .PostPart<ApproveWaiver>("/{id}/waivers/{part}/approve", Policies.HandleMoney, "A second person approves a waiver", part => new ForLedger(new ApproveWaiver(part)))
        .Post<RecordReversal>("/{id}/reversals", Policies.HandleMoney, "Record a chargeback; access pauses", body => new ForLedger(body))
        .PostPart<ReasonText, RejectEntry>("/{id}/entries/{part}/reject", Policies.HandleMoney, "Reject an entry that waits for a second person", (part, body) => new ForLedger(new RejectEntry(part, body.Reason ?? "")));

    // A signature is by somebody who has just shown again who they are, not by whoever holds a token. A wrong password counts as a failed sign-in.
    private static async Task<Results<Ok<RequestAnswer>, ProblemHttpResult>> SignAsync(
        string id, SignatureBody body, Func<DateTimeOffset, RequestCommand> command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids,
        SignIns signIns, UserManager<User> users, TimeProvider clock)
    {
        var user = await users.FindByIdAsync(caller.Actor.Id);
        var answer = await signIns.CheckAsync(user?.Email, body.Password, body.Totp, request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
        answer.TellWhenAgain(request.HttpContext);
        return answer.User?.Id == caller.Actor.Id
            ? await RequestRoutes.SendAsync(id, command(clock.GetUtcNow()), caller, request, grains, ids)
            : (answer.Refusal ?? AccountRefusal.SignInFailed).Because().ToProblem();
    }
}

/// <summary>What the bank calls a payment.</summary>
internal sealed record BankReference(string? Reference);
