using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Requests that wait for somebody: the list of requests, filtered; where a list cannot say what is next, the request itself is asked.</summary>
internal sealed class RequestDuties(Caller caller, ReadStore read, IGrainFactory grains)
{
    // Each of these is a call of its own.
    private const int MostAsked = 25;

    /// <summary>Rows of the list, longest waiting first.</summary>
    public async Task<IReadOnlyList<RequestItem>> RowsAsync(RequestStage? stage, string? ball, string? part = null) =>
        (await RequestLists.PageAsync(new RequestQuery(stage?.ToString(), ball, part, null, null, null, "stageSince", null, Duty.Most), caller, read)).Items;

    /// <summary>A duty of rows.</summary>
    public static Duty Of(string title, IEnumerable<RequestItem> rows, RequestCommandKind kind, RequestStage? stage = null, string? ball = null, bool isOwn = false) => new(
        title, [.. rows.OrderBy(row => row.DueAt ?? DateTimeOffset.MaxValue).Select(row => new DutyLine(row.Title, $"/requests/{row.RequestId}{StageWords.Page(kind)}", row.Stage is nameof(RequestStage.Active) ? null : row.DueAt, row.Paused is { } paused ? $"paused: {paused}" : isOwn ? "" : row.Investigator))],
        stage is null && ball is null ? null : $"/requests?stage={stage}&ball={Uri.EscapeDataString(ball ?? "")}&sort=stageSince");

    /// <summary>What each of these requests says is next for the caller, together by kind.</summary>
    public async Task<IEnumerable<Duty>> NextAsync(IEnumerable<RequestItem> rows)
    {
        var asked = await Task.WhenAll(rows.DistinctBy(row => row.RequestId).Take(MostAsked).Select(async row => (Row: row, View: (await RequestRoutes.Grain(grains, row.RequestId).View(caller.Actor.Id)).Value)));
        return asked.Where(one => one.View?.Next(caller.Actor.Id) is not null).GroupBy(one => one.View!.Next(caller.Actor.Id)!.Value).OrderBy(group => group.Key)
            .Select(group => new Duty(StageWords.Action(group.Key), [.. group.Select(one => new DutyLine(one.Row.Title, $"/requests/{one.Row.RequestId}{StageWords.Page(group.Key)}", Due(one.Row, one.View!)))]) { IsNews = group.Key is RequestCommandKind.Download });
    }

    /// <summary>What the caller's own teams have before them.</summary>
    public async Task<IReadOnlyList<Duty>> TeamAsync()
    {
        var rows = await Task.WhenAll(new[] { TeamPart.PrincipalInvestigator, TeamPart.Delegate, TeamPart.Member }.Select(part => RowsAsync(null, null, part.ToString())));
        var live = rows.SelectMany(part => part).Where(row => !Over.Contains(row.Stage)).DistinctBy(row => row.RequestId).ToList();
        var (drafts, rest) = (live.Where(row => row.Stage is nameof(RequestStage.Draft)), live.Where(row => row.Stage is not nameof(RequestStage.Draft)));
        var next = (await NextAsync(rest.OrderByDescending(row => row.OpenQuestions > 0).ThenByDescending(row => row.StageSince))).ToList();
        var busy = next.SelectMany(duty => duty.Lines).Select(line => line.Link!.Split('/')[2]).ToHashSet();
        var quiet = rest.Where(row => !busy.Contains(row.RequestId)).ToLookup(row => row.Paused is not null);
        return [.. next, Of("Finish the draft and hand it in", drafts, RequestCommandKind.Submit, isOwn: true),
            Of("See why access is paused", quiet[true], RequestCommandKind.ReportProgress, isOwn: true),
            Of("Under way, waiting for others", quiet[false], RequestCommandKind.None, isOwn: true) with { IsNews = true, All = "/requests?mine=applied" }];
    }

    private static readonly string[] Over =
    [
        nameof(RequestStage.Closed), nameof(RequestStage.Unavailable), nameof(RequestStage.Denied), nameof(RequestStage.Withdrawn), nameof(RequestStage.Declined), nameof(RequestStage.NotFulfilled),
    ];

    private static DateTimeOffset? Due(RequestItem row, RequestView view) =>
        view.Stage is RequestStage.CommitteeReview && view.Review?.Ballot is { Standing: "Open" } ballot ? ballot.Deadline : view.Stage is RequestStage.Active ? null : row.DueAt;
}
