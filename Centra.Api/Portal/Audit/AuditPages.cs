using Centra.Api.People;
using Centra.Api.Security;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>The audit trail: searching it, one event with what changed, sign-ins, and how far it is signed.</summary>
internal static class AuditPages
{
    private const int Rows = 50;
    private const int MostBefore = 500;

    public static readonly IReadOnlyList<(string Text, string Link)> Tabs =
    [
        ("Events", "/audit"), ("Sign-ins", "/audit/sign-ins"), ("Verification", "/audit/state"), ("Retention", "/retention"), ("Who looked", "/looks"),
        ("Grants", "/look-grants"), ("Break-glass", "/break-glass"), ("Disclosures", "/disclosures"), ("Alarms", "/alarms"),
    ];

    public static void MapAuditPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/audit", Policies.SeeAudit);
        pages.MapGet("/", EventsAsync);
        pages.MapGet("/event", EventAsync);
        pages.MapGet("/sign-ins", SignInsAsync);
        pages.MapGet("/state", async (Visitor visitor, ReadStore read, Vault vault) => Results.Extensions.Page<AuditStatePage>(new { Visitor = visitor, Now = await AuditStanding.ReadAsync(read, vault) }));
    }

    private static async Task<IResult> EventsAsync(string? stream, string? actor, string? type, string? from, string? to, string? sort, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await AuditApi.EventPageAsync(new AuditQuery(stream.Filled(), actor.Filled(), type.Filled(), visitor.DayOf(from), visitor.DayOf(to)?.AddDays(1), sort ?? "-at", after, Rows), read);
        if (page.IsRefused)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = page.Refusal.Detail }, page.Refusal.Status());
        var names = await Actors.ReadAsync(read, page.Value.Items.Select(item => (string?)item.Actor));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Audit", Tabs, Lead = "Everything that happened, in chains of hashes that a change would break.",
            Filters = new ListFilter[]
            {
                new("stream", "Stream begins with, such as request/", stream), new("actor", "Actor's id", actor), new("type", "Event", type), new("from", "From", from, Type: "date"), new("to", "To", to, Type: "date"),
                new("sort", "Order", sort ?? "-at", [("-at", "Newest first"), ("at", "Oldest first")]),
            },
            Table = new TableView(sort is "at" ? "Oldest first" : "Newest first", "Nothing is found.", ["When", "Stream", "Number#", "Event", "Who"], [.. page.Value.Items.Select(item => new Cell[]
            {
                visitor.Moment(item.At), item.Stream, item.Position, new(item.Type, $"/audit/event?stream={Uri.EscapeDataString(item.Stream)}&position={item.Position}"), names.Of(item.Actor),
            })]) { Next = request.Beyond(page.Value.Next), Csv = CsvOf(request) },
        });
    }

    // The interface takes times, the page days; the rest of the filters is the same.
    private static string CsvOf(HttpRequest request) => request.Query.ContainsKey("from") || request.Query.ContainsKey("to") ? $"{ReadGate.Csv}/audit?stream={Uri.EscapeDataString(request.Query["stream"].ToString())}&type={Uri.EscapeDataString(request.Query["type"].ToString())}&actor={Uri.EscapeDataString(request.Query["actor"].ToString())}&sort=-at&limit=500" : request.Csv("/audit");

    private static async Task<IResult> EventAsync(string? stream, long? position, Visitor visitor, ReadStore read)
    {
        var rows = await read.Database.ReadAsync(session => EventList.OfStreamAsync(session, stream ?? "", Math.Max(0, (position ?? 0) - MostBefore), MostBefore));
        var at = rows.FindIndex(row => row.Position == position);
        if (at < 0)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = "There is no such event." }, StatusCodes.Status404NotFound);
        var before = rows[..at].FindLast(row => row.Type == rows[at].Type);
        var names = await Actors.ReadAsync(read, [rows[at].Actor]);
        return Results.Extensions.Page<AuditEventPage>(new
        {
            Visitor = visitor, Event = rows[at], Who = names.Of(rows[at].Actor), Changes = EventChanges.Of(before?.Payload, rows[at].Payload), Former = before?.Position,
            Previous = at > 0 ? (long?)rows[at - 1].Position : null, Next = at + 1 < rows.Count ? (long?)rows[at + 1].Position : null,
            IsChained = at == 0 ? rows[at].Position > 1 ? (bool?)null : true : rows[at].PreviousHash == rows[at - 1].Hash,
        });
    }

    private static async Task<IResult> SignInsAsync(string? user, string? from, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var page = await AuditApi.SignInPageAsync(new SignInsQuery(user.Filled(), visitor.DayOf(from), null, after, Rows), read);
        var names = await Actors.ReadAsync(read, page.Items.Select(item => item.UserId));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Attempts to sign in", Tabs, Filters = new ListFilter[] { new("user", "Person's id", user), new("from", "From", from, Type: "date") },
            Table = new TableView("Newest first", "None.", ["When", "Who", "Outcome", "From"], [.. page.Items.Select(item => new Cell[] { visitor.Moment(item.At), item.UserId is null ? "an address that nobody has" : names.Of(item.UserId), item.Outcome, item.Address })])
            { Next = request.Beyond(page.Next), Csv = request.Csv("/audit/sign-ins") },
        });
    }
}
