using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Consent;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Consent;

/// <summary>Opt-outs, their receipts and the ways back.</summary>
internal static class OptOutApi
{
    private const long LargestIdentity = 64 << 10;

    public static void MapOptOuts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/opt-outs").WithTags("Opt-outs");
        group.MapPost("/", OptOutAsync).RequireAuthorization(Policies.OptOut).WithSummary("Opt a person out").Refuses(GateRefusals.OptOut).WithMetadata(new BodyLimit(LargestIdentity));
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeOptOuts).WithSummary("Opt-outs with what their receipts say, newest first: the practice's own; officers see all, or those of a practice");
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeeOptOuts).WithSummary("An opt-out").Refuses(GateRefusals.SeeOptOut);
        group.MapGet("/{id}/receipt", ReceiptAsync).RequireAuthorization(Policies.SeeOptOuts).WithSummary("Its signed receipt").Refuses(GateRefusals.SeeOptOut);
        group.MapGet("/{id}/totals", TotalsAsync).RequireAuthorization(Policies.DecideReviews).WithSummary("What it did in all practices").Refuses(GateRefusals.SeeOptOut);
        group.MapPost("/{id}/reinstate", ReinstateAsync).RequireAuthorization(Policies.OptOut).WithSummary("The patient asks to be in again").Refuses(GateRefusals.Reinstate).WithMetadata(new BodyLimit(LargestIdentity));
        group.MapPost("/{id}/correct", CorrectAsync).RequireAuthorization(Policies.OptOut).WithSummary("It was entered in error").Refuses(GateRefusals.Correct);
    }

    private static async Task<Results<Created<OptOutView>, Ok<OptOutView>, ProblemHttpResult>> OptOutAsync(Caller caller, HttpRequest request, OptOutDesk desk, IdSource ids)
    {
        var document = IdentityDocument.Read(await Bodies.ReadAsync(request));
        if (document.IsRefused)
            return document.Refusal.ToProblem();
        var answer = await desk.EnterAsync(caller.Command(request, "opt-out", ids), caller.PracticeId!, document.Value);
        return answer.IsRefused ? answer.Refusal.ToProblem()
            : answer.Value.Repeated ? TypedResults.Ok(answer.Value)
            : TypedResults.Created($"/api/opt-outs/{answer.Value.OptOutId}", answer.Value);
    }

    private static async Task<IResult> ListAsync(string? practice, DateTimeOffset? from, DateTimeOffset? to, string? after, int? limit, Caller caller, HttpContext http, Vault vault)
    {
        var page = await PageAsync(Filter(caller, practice, from, to), after, limit, vault);
        return Listing.Answer(http, page,
            ("optOutId", view => view.OptOutId), ("practiceId", view => view.PracticeId), ("reference", view => view.Reference), ("receivedAt", view => view.ReceivedAt), ("enforcedAt", view => view.EnforcedAt),
            ("inForce", view => view.InForce), ("patientsErased", view => view.Receipt.PatientsErased), ("recordsErased", view => view.Receipt.RecordsErased), ("patientsHeld", view => view.Receipt.PatientsHeld),
            ("receiptId", view => view.Receipt.ReceiptId));
    }

    /// <summary>What of the list somebody may see: a practice nothing but its own, whatever is asked for.</summary>
    public static OptOutFilter Filter(Caller caller, string? practice, DateTimeOffset? from, DateTimeOffset? to) =>
        new(caller.PracticeId ?? (string.IsNullOrEmpty(practice) ? null : practice), Listing.Ms(from, 0), Listing.Ms(to, long.MaxValue));

    /// <summary>A page of the list.</summary>
    public static async Task<Page<OptOutView>> PageAsync(OptOutFilter filter, string? after, int? limit, Vault vault)
    {
        var most = Listing.Limit(limit);
        var rows = await vault.Database.ReadAsync(session => OptOuts.PageAsync(session, filter, Listing.Number(after, long.MaxValue), most));
        return new Page<OptOutView>([.. rows.Select(row => OptOutViews.Of(row, repeated: false))], rows.Count == most ? $"{rows[^1].Ordinal}" : null);
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

    /// <summary>The grain of an opt-out.</summary>
    public static IPatientConsentGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IPatientConsentGrain>($"opt-out/{id}");
}
