using Centra.Api.Http;
using Centra.Api.Security;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>What happened to a request, in plain words; for managers and auditors also event by event.</summary>
internal static class HistoryPages
{
    private const int MostEvents = 2_000;
    private const int MostStages = 200;
    private static readonly string[] Streams = ["request", "agreement", "ledger", "release"];

    public static void MapHistoryPages(this IEndpointRouteBuilder app) =>
        app.Pages("/requests/{id}/history", Policies.SeeRequests).MapGet("/", ShowAsync);

    private static Task<IResult> ShowAsync(string id, Visitor visitor, IGrainFactory grains, ReadStore read) =>
        RequestPages.PageAsync<HistoryPage>(id, visitor, grains, async view =>
        {
            var events = await EventsAsync(id, read);
            var names = await Actors.ReadAsync(read, view, visitor, HistoryPeople.Of(events));
            return new()
            {
                ["Story"] = HistoryWords.Tell(events, names, view.IsInside(), visitor.UserId),
                ["Stages"] = await StagesAsync(id, read),
                ["Trail"] = SeesTrail(view) ? HistoryTrail.Of(events) : [],
                ["Names"] = names,
            };
        });

    // Agreement, ledger and release have streams of their own; together they are the request's history.
    private static Task<List<EventRow>> EventsAsync(string id, ReadStore read) => read.Database.ReadAsync(async session =>
    {
        var all = new List<EventRow>();
        foreach (var kind in Streams)
            all.AddRange(await EventList.OfStreamAsync(session, $"{kind}/{id}", 0, MostEvents));
        return all.OrderBy(row => row.At).ThenBy(row => row.Stream, StringComparer.Ordinal).ThenBy(row => row.Position).ToList();
    });

    private static async Task<IReadOnlyList<StageStay>> StagesAsync(string id, ReadStore read) => await read.Database.ReadAsync(session => session.QueryAsync(
        "select stage, entered_at, left_at from request_stage_time where request_id = $1 order by entered_at limit $2",
        row => new StageStay(row.GetString(0), Listing.Time(row.GetInt64(1)), row.NumberOrNull(2) is { } left ? Listing.Time(left) : null), id, (long)MostStages));

    // Everything that is in the trail is a manager's to see, while they belong to the society here.
    private static bool SeesTrail(RequestView view) => view.IsInside() && view.Parts.Any(part => part is nameof(RequestParts.Auditor) or nameof(RequestParts.Manager));
}

/// <summary>How long a request was in a stage.</summary>
public sealed record StageStay(string Stage, DateTimeOffset Entered, DateTimeOffset? Left);
