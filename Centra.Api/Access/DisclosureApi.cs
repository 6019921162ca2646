using System.Globalization;
using Centra.Access;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Fhir;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Access;

/// <summary>Disclosures outside, by law or by the patient's authorization, and the accounting of them (45 CFR 164.528).</summary>
internal static class DisclosureApi
{
    private const long LargestBody = 64 << 10;

    public static void MapDisclosures(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/disclosures").WithTags("Disclosures").WithMetadata(new BodyLimit(LargestBody));
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeDisclosures).WithSummary("Disclosures, without whom they are of");
        group.MapPost("/", ProposeAsync).RequireAuthorization(Policies.Disclose).WithSummary("Propose a disclosure").Refuses(LookRefusals.Propose);
        group.MapPost("/{id}/approve", ApproveAsync).RequireAuthorization(Policies.Disclose).WithSummary("Approve what another officer proposed").Sends<ApproveDisclosure>();
        group.MapPost("/{id}/deliver", DeliverAsync).RequireAuthorization(Policies.Disclose).WithSummary("The data, once").Refuses(LookRefusals.Deliver);
        group.MapPost("/accounting", AccountAsync)
            .RequireAuthorization(Policies.AccountForDisclosures).WithSummary("What was disclosed of a person in six years").Refuses(AccessRefusal.IdentityIsTooThin);
    }

    private static async Task<Results<Created<DisclosureView>, ProblemHttpResult>> ProposeAsync(NewDisclosure body, Caller caller, HttpRequest request, Disclosing disclosing, IdSource ids)
    {
        var context = caller.Command(request, "propose-disclosure", ids);
        var proposed = new ProposedDisclosure(body.PracticeId ?? "", body.PatientId ?? "", BasisOf(body.Basis), body.OrderSha256 ?? "",
            new DisclosureWords(body.Recipient ?? "", body.Purpose ?? "", body.What ?? "", body.Types ?? []));
        return (await disclosing.ProposeAsync(context, $"disclosure-{context.Id.Value:n}"[..31], proposed)).ToCreated(view => $"/api/disclosures/{view.DisclosureId}");
    }

    private static async Task<Results<Ok<DisclosureView>, ProblemHttpResult>> ApproveAsync(string id, Caller caller, HttpRequest request, Disclosing disclosing, IdSource ids) =>
        (await disclosing.ApproveAsync(caller.Command(request, $"approve-disclosure-{id}", ids), id)).ToHttp();

    private static async Task<Results<Ok<DeliveredDisclosure>, ProblemHttpResult>> DeliverAsync(string id, Caller caller, HttpRequest request, Disclosing disclosing, IdSource ids)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return (await disclosing.DeliverAsync(caller.Command(request, $"deliver-disclosure-{id}", ids), id, caller.Looker())).ToHttp();
    }

    // The body is an identity as for an opt-out; practice says whose the patient ids are, unless the caller belongs to one.
    private static async Task<Results<Ok<AccountingView>, ProblemHttpResult>> AccountAsync(string? practice, Caller caller, HttpRequest request, Accounting accounting)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var line = IdentityLine.Read(await Bodies.ReadAsync(request));
        if (line.Demographics is not { } person)
            return RequestRefusal.BodyIsUnreadable.Because().ToProblem();
        return (await accounting.OfAsync(caller.Looker(), practice, person)).Map(items => new AccountingView(items)).ToHttp();
    }

    private static async Task<IResult> ListAsync(string? practice, string? after, int? limit, HttpContext http, Vault vault)
    {
        var page = await PageAsync(practice, after, limit, vault);
        return Listing.Answer(http, page,
            ("disclosureId", item => item.DisclosureId), ("practiceId", item => item.PracticeId), ("basis", item => item.Basis), ("orderSha256", item => item.OrderSha256),
            ("proposedBy", item => item.ProposedBy), ("proposedAt", item => item.ProposedAt), ("approvedBy", item => item.ApprovedBy), ("approvedAt", item => item.ApprovedAt),
            ("deliveredBy", item => item.DeliveredBy), ("deliveredAt", item => item.DeliveredAt));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<DisclosureItem>> PageAsync(string? practice, string? after, int? limit, Vault vault)
    {
        var most = Listing.Limit(limit);
        var (at, id) = after?.Split('~') is [var time, var last] ? (Listing.Number(time, 0), last) : (-1, "");
        var rows = await vault.Database.ReadAsync(session => Disclosures.ListAsync(session, practice ?? "", at, id, most));
        return new Page<DisclosureItem>([.. rows.Select(DisclosureItem.Of)],
                rows.Count == most ? string.Create(CultureInfo.InvariantCulture, $"{rows[^1].ProposedAt}~{rows[^1].DisclosureId}") : null);
    }

    private static DisclosureBasis BasisOf(string? text) => text switch
    {
        "law" => DisclosureBasis.Law,
        "authorization" => DisclosureBasis.Authorization,
        _ => DisclosureBasis.None,
    };
}
