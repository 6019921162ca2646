using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Institutions;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Institutions;

/// <summary>Institutions, and who signs for them.</summary>
internal static class InstitutionApi
{
    public static void MapInstitutions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/institutions").WithTags("Institutions");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeInstitutions).WithSummary("Institutions by ROR id");
        group.MapGet("/{ror}", async Task<Results<Ok<InstitutionView>, ProblemHttpResult>> (string ror, IGrainFactory grains) => (await Grain(grains, ror).View()).ToHttp())
            .RequireAuthorization(Policies.SeeInstitutions).WithSummary("An institution with its signing officials").Refuses(InstitutionRefusal.InstitutionNotFound);
        group.MapPut("/{ror}", (string ror, NewInstitution body, [AsParameters] Call call) => SendAsync(ror, new RecordInstitution(body.Name ?? "", body.Country ?? ""), call))
            .RequireAuthorization(Policies.GovernInstitutions).WithSummary("List an institution, or say its name anew").Sends<RecordInstitution>();
        group.MapPost("/{ror}/officials", (string ror, NewOfficial body, [AsParameters] Call call) => SendAsync(ror, new VerifyOfficial(body.UserId ?? "", body.Evidence ?? ""), call))
            .RequireAuthorization(Policies.GovernInstitutions).WithSummary("Verify a signing official for a year").Sends<VerifyOfficial>();
        group.MapDelete("/{ror}/officials/{user}", (string ror, string user, [AsParameters] Call call) => SendAsync(ror, new RemoveOfficial(user), call))
            .RequireAuthorization(Policies.GovernInstitutions).WithSummary("Somebody signs for it no longer").Sends<RemoveOfficial>();
    }

    private static async Task<IResult> ListAsync(string? name, string? country, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(name, country, after, limit, read);
        return Listing.Answer(http, page,
            ("ror", item => item.Ror), ("name", item => item.Name), ("country", item => item.Country), ("officials", item => item.Officials));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<InstitutionItem>> PageAsync(string? name, string? country, string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select ror, name, country, (select count(*) from signing_official o where o.ror = i.ror) from institution i "
            + "where ($1 = '' or lower(name) like '%' || $1 || '%') and ($2 = '' or country = $2) and ror > $3 order by ror limit $4",
            row => new InstitutionItem(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)),
            (name ?? "").ToLowerInvariant(), country ?? "", after ?? "", (long)most));
        return new Page<InstitutionItem>(rows, rows.Count == most ? rows[^1].Ror : null);
    }

    private static async Task<Results<Ok<InstitutionView>, ProblemHttpResult>> SendAsync(string ror, InstitutionCommand command, Call call) =>
        (await Grain(call.Grains, ror).Handle(call.Context(command, ror), command)).ToHttp();

    private static IInstitutionGrain Grain(IGrainFactory grains, string ror) => grains.GetGrain<IInstitutionGrain>($"institution/{RorId.Of(ror)}");
}

/// <summary>An institution to be listed.</summary>
internal sealed record NewInstitution(string? Name, string? Country);

/// <summary>A signing official to be verified, and how that was done.</summary>
internal sealed record NewOfficial(string? UserId, string? Evidence);

/// <summary>An institution in a list.</summary>
internal sealed record InstitutionItem(string Ror, string Name, string Country, long Officials);
