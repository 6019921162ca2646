using Centra.Api.Consent;
using Centra.Api.Http;
using Centra.Consent;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Receipts of all practices, and what each opt-out did in all of them, for officers.</summary>
internal static class ReceiptPages
{
    private const int Rows = 50;

    public static void MapReceiptPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/opt-outs", ListAsync);
        pages.MapGet("/opt-outs/{id}", OneAsync);
    }

    private static async Task<IResult> ListAsync(
        string? id, string? practice, string? from, string? to, string? after, Visitor visitor, Caller caller, HttpRequest request, IGrainFactory grains, Vault vault, ReadStore read)
    {
        if (id.Filled() is { } typed && !(await OptOutApi.Grain(grains, typed).View(null)).IsRefused)
            return Results.LocalRedirect($"~/opt-outs/{Uri.EscapeDataString(typed)}");
        var (since, until) = (visitor.DayOf(from), visitor.DayOf(to)?.AddDays(1));
        var page = await OptOutApi.PageAsync(OptOutApi.Filter(caller, practice, since, until), after, Rows, vault);
        var names = await Names.OfPracticesAsync(read, page.Items.Select(view => view.PracticeId));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Receipts and totals", PrivacyPages.Tabs,
            Lead = id.Filled() is null ? "A receipt counts the stores of its own practice only. What an opt-out did in all practices stands on its page." : $"There is no opt-out {id}. Look for it by its practice and day.",
            Filters = new ListFilter[]
            {
                new("practice", "Practice", practice, (await PracticeChoices.OfAsync(read)).Or("All")), new("from", "Received from", from, null, "date"), new("to", "Received until", to, null, "date"),
                new("id", "Or the opt-out's id, as on the receipt", id),
            },
            Table = new TableView("Newest first", "No opt-out was received here in this time.", ["Reference", "Practice", "Received", "Enforced", "Patients erased#", "Records erased#", "Hidden#", "State", "Receipt"],
                [.. page.Items.Select(view => Row(view, names, visitor))]) { Next = request.Beyond(page.Next), Csv = request.Csv("/opt-outs", ("from", Utc(since)), ("to", Utc(until)), ("id", null)) },
        });
    }

    private static Cell[] Row(OptOutView view, Names names, Visitor visitor) =>
    [
        new(view.Reference, $"/opt-outs/{view.OptOutId}"), names.Practice(view.PracticeId), visitor.Moment(view.ReceivedAt), visitor.Moment(view.EnforcedAt), (long)view.Receipt.PatientsErased, view.Receipt.RecordsErased,
        (long)view.Receipt.PatientsHeld, view.InForce ? "in force" : "ended", new("Save", $"{ReadGate.File}/opt-outs/{view.OptOutId}/receipt"),
    ];

    private static async Task<IResult> OneAsync(string id, Visitor visitor, IGrainFactory grains, ReadStore read)
    {
        var grain = OptOutApi.Grain(grains, id);
        var view = await grain.View(null);
        return view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound)
            : Results.Extensions.Page<OptOutTotalsPage>(new
            {
                Visitor = visitor, View = view.Value, Totals = (await grain.Totals()).Value, Practice = (await Names.OfPracticesAsync(read, [view.Value.PracticeId])).Practice(view.Value.PracticeId),
            });
    }

    /// <summary>A time as the interface takes it.</summary>
    public static string? Utc(DateTimeOffset? at) => at?.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
