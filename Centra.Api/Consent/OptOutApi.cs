using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Consent;
using Centra.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Consent;

/// <summary>Opt-outs, their receipts and the ways back.</summary>
internal static class OptOutApi
{
    private const long LargestIdentity = 64 << 10;
    private const int EpochAttempts = 3;

    public static void MapOptOuts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/opt-outs").WithTags("Opt-outs");
        group.MapPost("/", OptOutAsync).RequireAuthorization(Policies.OptOut).WithSummary("Opt a person out").WithMetadata(new BodyLimit(LargestIdentity));
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeeOptOuts).WithSummary("An opt-out");
        group.MapGet("/{id}/receipt", ReceiptAsync).RequireAuthorization(Policies.SeeOptOuts).WithSummary("Its signed receipt");
        group.MapGet("/{id}/totals", TotalsAsync).RequireAuthorization(Policies.DecideReviews).WithSummary("What it did in all practices");
        group.MapPost("/{id}/reinstate", ReinstateAsync).RequireAuthorization(Policies.OptOut).WithSummary("The patient asks to be in again").WithMetadata(new BodyLimit(LargestIdentity));
        group.MapPost("/{id}/correct", CorrectAsync).RequireAuthorization(Policies.OptOut).WithSummary("It was entered in error");
        group.MapPost("/{id}/withdrawals/{request}/confirm", ConfirmAsync).RequireAuthorization(Policies.DecideReviews).WithSummary("Confirm that it ends");
    }

    private static async Task<Results<Created<OptOutView>, Ok<OptOutView>, ProblemHttpResult>> OptOutAsync(
        Caller caller, HttpRequest request, OptOutIntake intake, IGrainFactory grains, IdSource ids, TimeProvider clock)
    {
        var received = clock.GetUtcNow();
        var document = IdentityDocument.Read(await Bodies.ReadAsync(request));
        if (document.IsRefused)
            return document.Refusal.ToProblem();
        var context = caller.Command(request, "opt-out", ids);
        var grain = grains.GetGrain<IPatientConsentGrain>($"opt-out/{ids.NewId("optout")}");
        for (var attempt = 1; ; attempt++)
        {
            var identity = intake.Hash(document.Value.Demographics, caller.PracticeId!);
            if (identity.IsRefused)
                return identity.Refusal.ToProblem();
            var answer = await grain.OptOut(new OptOutCommand(context, caller.PracticeId!, identity.Value, document.Value.FormDate, document.Value.AskedBy, [.. document.Value.FormSha256], received));
            if (answer.Refusal?.Code == nameof(RegisterRefusal.TokensAreOfAnotherEpoch) && attempt < EpochAttempts)
                await intake.RefreshAsync();
            else
                return answer.IsRefused ? answer.Refusal.ToProblem()
                    : answer.Value.Repeated ? TypedResults.Ok(answer.Value)
                    : TypedResults.Created($"/api/opt-outs/{answer.Value.OptOutId}", answer.Value);
        }
    }

    private static async Task<Results<Ok<OptOutView>, ProblemHttpResult>> ViewAsync(string id, Caller caller, IGrainFactory grains) =>
        (await Grain(grains, id).View(caller.PracticeId)).ToHttp();

    private static async Task<Results<Ok<OptOutReceipt>, ProblemHttpResult>> ReceiptAsync(string id, Caller caller, IGrainFactory grains) =>
        (await Grain(grains, id).View(caller.PracticeId)).Map(view => view.Receipt).ToHttp();

    private static async Task<Results<Ok<OptOutTotals>, ProblemHttpResult>> TotalsAsync(string id, IGrainFactory grains) =>
        (await Grain(grains, id).Totals()).ToHttp();

    private static async Task<Results<Ok<WithdrawalView>, ProblemHttpResult>> ReinstateAsync(
        string id, Caller caller, HttpRequest request, OptOutIntake intake, IGrainFactory grains, IdSource ids)
    {
        var document = IdentityDocument.Read(await Bodies.ReadAsync(request));
        if (document.IsRefused)
            return document.Refusal.ToProblem();
        var identity = intake.Hash(document.Value.Demographics, caller.PracticeId!);
        if (identity.IsRefused)
            return identity.Refusal.ToProblem();
        return (await Grain(grains, id).AskWithdrawal(new AskWithdrawalCommand(
            caller.Command(request, "reinstate", ids), caller.PracticeId!, WithdrawalKind.Reinstatement, identity.Value, [.. document.Value.FormSha256]))).ToHttp();
    }

    private static async Task<Results<Ok<WithdrawalView>, ProblemHttpResult>> CorrectAsync(string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, id).AskWithdrawal(new AskWithdrawalCommand(
            caller.Command(request, "correct", ids), caller.PracticeId!, WithdrawalKind.Correction, null, []))).ToHttp();

    private static async Task<Results<Ok<WithdrawalView>, ProblemHttpResult>> ConfirmAsync(
        string id, string request, Caller caller, HttpRequest http, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, id).ConfirmWithdrawal(caller.Command(http, "confirm-withdrawal", ids), request)).ToHttp();

    private static IPatientConsentGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IPatientConsentGrain>($"opt-out/{id}");
}
