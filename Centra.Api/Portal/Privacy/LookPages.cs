using Centra.Api.Access;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>Who looked at whom, by which grant, and in which emergency.</summary>
internal static class LookPages
{
    public static void MapLookPages(this IEndpointRouteBuilder app)
    {
        var looks = app.Pages("", Policies.SeeLooks);
        looks.MapGet("/looks", LooksAsync);
        looks.MapGet("/look-grants", GrantsAsync);
        looks.MapGet("/break-glass", BreakGlassAsync);
    }

    private static async Task<IResult> LooksAsync(string? who, string? practice, string? purpose, string? from, string? after, Visitor visitor, HttpRequest request, Vault vault, ReadStore read)
    {
        var page = await LookApi.PageAsync(new LooksQuery(who.Filled(), practice.Filled(), purpose.Filled(), null, null, visitor.DayOf(from), null, after, null), vault, read);
        var names = await Names.OfPracticesAsync(read, page.Items.Select(look => look.PracticeId));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Who looked at identifiable data", Tabs = PrivacyPages.TabsOf(visitor), Lead = "Each look was recorded before the data left. Patients are named by handles, which say nothing to anybody else.",
            Filters = new ListFilter[] { new("practice", "Practice", practice, (await PracticeChoices.OfAsync(read)).Or("All")), new("who", "Person's id", who), new("purpose", "Purpose", purpose, Purposes()), new("from", "From", from, Type: "date") },
            Table = new TableView("Newest first", "Nobody looked.", ["When", "Who", "As", "Practice", "Patient", "What for", "What was shown", "Break-glass"], [.. page.Items.Select(look => new Cell[]
            {
                visitor.Moment(look.At), look.Name ?? look.Who, look.Role == "key" ? "the practice's program" : RoleWords.Of(look.Role), names.Practice(look.PracticeId), look.Patient, Purpose(look.Purpose), look.Fields.Replace(",", ", ", StringComparison.Ordinal), look.BreakGlass is null ? "" : new Cell("yes", "/break-glass"),
            })]) { Next = request.Beyond(page.Next), Csv = request.Csv("/looks") },
        });
    }

    private static async Task<IResult> GrantsAsync(string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await LookGrantApi.PageAsync(after, null, read);
        var names = await Names.OfAsync(read, page.Items.SelectMany(grant => new[] { grant.UserId, grant.GivenBy, grant.CertifiedBy }), []);
        var people = await read.Database.ReadAsync(async session => (await PeopleList.PageAsync(session, new PeopleFilter("Active", null, Roles.PrivacyOfficer, false), "name", "", 100))
            .Concat(await PeopleList.PageAsync(session, new PeopleFilter("Active", null, Roles.DataSteward, false), "name", "", 100)).ToList());
        return Results.Extensions.Page<GrantsPage>(new { Visitor = visitor, page.Items, Names = names, People = people, Next = request.Beyond(page.Next) }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> BreakGlassAsync(string? state, string? reason, string? after, Visitor visitor, HttpRequest request, ReadStore read, Vault vault, SealedWords words, TimeProvider clock)
    {
        var page = await BreakGlassApi.PageAsync(state.Filled(), after, null, read, clock);
        var why = reason.Filled() is { } id && visitor.Is(Roles.PrivacyOfficer) ? await BreakGlassApi.ReasonTextAsync(id, vault, words) : null;
        return Results.Extensions.Page<BreakGlassPage>(new { Visitor = visitor, State = state, page.Items, Why = why, Of = reason, Next = request.Beyond(page.Next), Csv = request.Csv("/looks/break-glass") }, visitor.Call?.Refused?.Status);
    }

    /// <summary>A purpose in words.</summary>
    public static string Purpose(string id) => Centra.Access.Purposes.Find(id)?.Title ?? id;

    /// <summary>Purposes of a filter.</summary>
    private static List<(string Value, string Text)> Purposes() => [("", "All"), .. Centra.Access.Purposes.Current.Items.Select(purpose => (purpose.Id, purpose.Title))];
}
