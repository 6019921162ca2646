using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Rules;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Rules;

/// <summary>Rules as data: everybody concerned reads them, and each kind has those who may publish it.</summary>
internal static class RulesApi
{
    // Who answers for what.
    internal static readonly Dictionary<string, string> Publishers = new()
    {
        [RulesKinds.Policy] = Policies.PublishRules,
        [RulesKinds.Committee] = Policies.PublishCommitteeRules,
        [RulesKinds.Criteria] = Policies.PublishCommitteeRules,
        [RulesKinds.Prices] = Policies.PublishPrices,
        [RulesKinds.AgreementTemplate] = Policies.PublishAgreementTemplates,
        [RulesKinds.Form] = Policies.PublishRules,
        [RulesKinds.Calendar] = Policies.PublishRules,
        [RulesKinds.ServiceLevels] = Policies.PublishRules,
        [RulesKinds.Messages] = Policies.PublishRules,
    };

    public static void MapRules(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/rules").WithTags("Rules");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeRules).WithSummary("Versions of rules, newest first");
        group.MapGet("/{kind}", async (string kind, IGrainFactory grains) => Answer(await Grain(grains, kind).Current())).RequireAuthorization(Policies.SeeRules).WithSummary("The version in effect").Refuses(RulesRefusal.RulesNotFound);
        group.MapGet("/{kind}/versions/{n:int}", async (string kind, int n, IGrainFactory grains) => Answer(await Grain(grains, kind).Version(n)))
            .RequireAuthorization(Policies.SeeRules).WithSummary("A version").Refuses(RulesRefusal.RulesVersionNotFound);
        foreach (var (kind, policy) in Publishers)
            group.MapPost($"/{kind}", (NewRules body, [AsParameters] Call call) => PublishAsync(kind, body, call)).RequireAuthorization(policy).WithSummary($"Publish a version of {kind}").Sends<PublishRules>();
    }

    private static async Task<Results<Created<RulesDocument>, ProblemHttpResult>> PublishAsync(string kind, NewRules body, Call call)
    {
        var command = new PublishRules(body.Document?.GetRawText() ?? "null", body.EffectiveFrom, body.Note ?? "", body.BasedOn);
        var published = await Grain(call.Grains, kind).Handle(call.Context(command, kind), command);
        return published.Map(RulesDocument.Of).ToCreated(version => $"/api/admin/rules/{kind}/versions/{version.Number}");
    }

    private static async Task<IResult> ListAsync(string? kind, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(kind, after, limit, read);
        return Listing.Answer(http, page,
            ("kind", item => item.Kind), ("number", item => item.Number), ("sha256", item => item.Sha256), ("effectiveFrom", item => item.EffectiveFrom),
            ("publishedAt", item => item.PublishedAt), ("publishedBy", item => item.PublishedBy), ("note", item => item.Note));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<RulesItem>> PageAsync(string? kind, string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select kind, number, sha256, effective_from, published_at, published_by, note from rules_version where ($1 = '' or kind = $1) and ($2 = '' or (published_at, kind, number) < "
            + "(select v.published_at, v.kind, v.number from rules_version v where v.kind = $3 and v.number = $4)) order by published_at desc, kind desc, number desc limit $5",
            row => new RulesItem(
                row.GetString(0), row.GetInt64(1), row.GetString(2), Listing.Time(row.GetInt64(3)), Listing.Time(row.GetInt64(4)), row.GetString(5), row.GetString(6)),
            kind ?? "", after ?? "", RulesItem.KindIn(after), RulesItem.NumberIn(after), (long)most));
        return new Page<RulesItem>(rows, rows.Count == most ? rows[^1].Cursor : null);
    }

    private static Results<Ok<RulesDocument>, ProblemHttpResult> Answer(Result<RulesVersion> version) => version.Map(RulesDocument.Of).ToHttp();

    private static IRulesGrain Grain(IGrainFactory grains, string kind) => grains.GetGrain<IRulesGrain>($"rules/{kind}");
}
