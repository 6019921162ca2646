using Centra.Api.Access;
using Centra.Api.Consent;
using Centra.Api.Practices;
using Centra.Api.Security;
using Centra.Consent;
using Centra.Practices;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>What privacy officers govern: ends of opt-outs, receipts and totals, practices, looks.</summary>
internal static class PrivacyPages
{
    public static readonly IReadOnlyList<(string Text, string Link)> Tabs =
    [
        ("Review lane", "/review-lane"), ("Ending opt-outs", "/withdrawals"), ("Receipts and totals", "/opt-outs"), ("Practices", "/practices"), ("Who looked", "/looks"),
        ("Grants", "/look-grants"), ("Break-glass", "/break-glass"), ("Disclosures", "/disclosures"), ("Accounting", "/accounting"), ("Alarms", "/alarms"),
    ];

    /// <summary>The places around a page that auditors and operators see too: each is shown their own.</summary>
    public static IReadOnlyList<(string Text, string Link)> TabsOf(Visitor visitor) =>
        visitor.Is(Roles.PrivacyOfficer) ? Tabs : visitor.Is(Roles.Auditor) ? AuditPages.Tabs : visitor.Is(Roles.Operator) ? OperationPages.Tabs : [];

    public static void MapPrivacyPages(this IEndpointRouteBuilder app)
    {
        var lane = app.Pages("", Policies.DecideReviews);
        lane.MapGet("/withdrawals", async (Visitor visitor, Vault vault, ReadStore read) =>
        {
            var page = await WithdrawalApi.OpenAsync(null, vault);
            return Results.Extensions.Page<WithdrawalsPage>(new { Visitor = visitor, page.Items, Names = await Names.OfPracticesAsync(read, page.Items.Select(item => item.PracticeId)) }, visitor.Call?.Refused?.Status);
        });
        lane.MapGet("/opt-outs", OptOutAsync);
        var practices = app.Pages("/practices", Policies.GovernPractices);
        practices.MapGet("/", PracticesAsync);
        practices.MapGet("/{id}", PracticeAsync);
        var looks = app.Pages("", Policies.SeeLooks);
        looks.MapGet("/looks", LooksAsync);
        looks.MapGet("/look-grants", GrantsAsync);
        looks.MapGet("/break-glass", BreakGlassAsync);
    }

    private static async Task<IResult> OptOutAsync(string? id, Visitor visitor, IGrainFactory grains, ReadStore read)
    {
        var grain = grains.GetGrain<IPatientConsentGrain>($"opt-out/{id}");
        var view = id.Filled() is null ? null : (await grain.View(null)) is { IsRefused: false } found ? found.Value : null;
        var totals = view is null ? null : (await grain.Totals()).Value;
        return Results.Extensions.Page<OptOutTotalsPage>(new { Visitor = visitor, Id = id.Filled(), View = view, Totals = totals, Names = await Names.OfPracticesAsync(read, [view?.PracticeId]) });
    }

    private static async Task<IResult> PracticesAsync(string? standing, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await PracticeApi.PageAsync(standing.Filled(), after, null, read);
        return Results.Extensions.Page<PracticesPage>(new { Visitor = visitor, Standing = standing, Rows = page.Items, Next = request.Beyond(page.Next), Csv = request.Csv("/practices") }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> PracticeAsync(string id, Visitor visitor, IGrainFactory grains, Vault vault)
    {
        var view = await grains.GetGrain<IPracticeGrain>($"practice/{id}").View();
        return view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound)
            : Results.Extensions.Page<PracticeStandingPage>(new { Visitor = visitor, View = view.Value, Delays = await FormDelays.OfAsync(vault, id) }, visitor.Call?.Refused?.Status);
    }

    private static async Task<IResult> LooksAsync(string? who, string? practice, string? purpose, string? from, string? after, Visitor visitor, HttpRequest request, Vault vault, ReadStore read)
    {
        var page = await LookApi.PageAsync(new LooksQuery(who.Filled(), practice.Filled(), purpose.Filled(), null, null, visitor.DayOf(from), null, after, null), vault, read);
        var names = await Names.OfPracticesAsync(read, page.Items.Select(look => look.PracticeId));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Who looked at identifiable data", Tabs = TabsOf(visitor), Lead = "Each look was recorded before the data left. Patients are named by handles, which say nothing to anybody else.",
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
