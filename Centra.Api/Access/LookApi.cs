using Centra.Access;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Access;

/// <summary>The record of looks at identifiable data, and what one may look for.</summary>
internal static class LookApi
{
    public static void MapLooks(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/looks").WithTags("Looks");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeLooks).WithSummary("Who looked at whom, newest first");
        group.MapGet("/purposes", Purposes).RequireAuthorization(Policies.OwnAccount).WithSummary("Purposes and the fields they show");
    }

    private static Ok<Purposes> Purposes() => TypedResults.Ok(Centra.Access.Purposes.Current);

    private static async Task<IResult> ListAsync([AsParameters] LooksQuery query, HttpContext http, Vault vault, ReadStore read)
    {
        var page = await PageAsync(query, vault, read);
        return Listing.Answer(http, page,
            ("at", look => look.At), ("who", look => look.Who), ("name", look => look.Name), ("role", look => look.Role), ("practiceId", look => look.PracticeId),
            ("patient", look => look.Patient), ("purpose", look => look.Purpose), ("fields", look => look.Fields), ("breakGlass", look => look.BreakGlass));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<LookItem>> PageAsync(LooksQuery query, Vault vault, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var filter = new LookFilter(query.Who, query.Practice, query.Purpose, PatientHandles.Parse(query.Patient), query.BreakGlass, Listing.Ms(query.From, 0), Listing.Ms(query.To, long.MaxValue));
        var rows = await vault.Database.ReadAsync(session => Looks.ListAsync(session, filter, Listing.Number(query.After, long.MaxValue), most));
        var names = await read.Database.ReadAsync(session => PeopleList.NamesAsync(session, rows.Select(row => row.Who)));
        var items = rows.Select(row => LookItem.Of(row, names.GetValueOrDefault(row.Who))).ToList();
        return new Page<LookItem>(items, rows.Count == most ? $"{rows[^1].LookNo}" : null);
    }
}

/// <summary>Which looks. A patient is named by the handle.</summary>
internal sealed record LooksQuery(
    string? Who, string? Practice, string? Purpose, string? Patient, string? BreakGlass, DateTimeOffset? From, DateTimeOffset? To, string? After, int? Limit);

/// <summary>A look.</summary>
internal sealed record LookItem(
    DateTimeOffset At, string Who, string? Name, string Role, string PracticeId, string Patient, string Purpose, string Fields, string? BreakGlass)
{
    public static LookItem Of(LookRow row, string? name) => new(
        Listing.Time(row.At), row.Who, name, row.Role, row.PracticeId, PatientHandles.Of(row.Patient), row.Purpose, row.Fields, row.BreakGlass);
}
