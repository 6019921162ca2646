using System.Text.Json.Serialization;
using Centra.Api.Http;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Api.Requests;

/// <summary>Figures about requests, from the read model: how long stages take, how much reviewers have to do.</summary>
internal static class RequestFigures
{
    private const int Most = 10_000;
    private const int MostOfAStage = 1_000;

    public static async Task<IResult> FiguresAsync(HttpContext http, ReadStore read)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await ReadAsync(read));
    }

    /// <summary>The figures as they are now.</summary>
    public static async Task<Figures> ReadAsync(ReadStore read)
    {
        var times = await read.Database.ReadAsync(session => session.QueryAsync(
            "select stage, left_at - entered_at from request_stage_time where left_at is not null order by left_at desc limit $1", row => (Stage: row.GetString(0), Ms: row.GetInt64(1)), (long)Most));
        var decisions = await read.Database.ReadAsync(session => session.QueryAsync(
            "select notified_at - submitted_at from request where notified_at is not null order by notified_at desc limit $1", row => row.GetInt64(0), (long)Most));
        var load = await read.Database.ReadAsync(ReviewerList.LoadAsync);
        return new Figures(
            [.. times.GroupBy(time => time.Stage).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Figure(group.Key, [.. group.Select(time => time.Ms)]))],
            decisions.Count == 0 ? null : Figure("decision", decisions), [.. load.Select(one => new ReviewerLoad(one.UserId, one.Requests))]);
    }

    /// <summary>An explanation with how long its stage takes.</summary>
    public static async Task<RequestExplanation> WithUsualAsync(RequestExplanation explanation, ReadStore read)
    {
        var times = await read.Database.ReadAsync(session => session.QueryAsync(
            "select left_at - entered_at from request_stage_time where stage = $1 and left_at is not null order by left_at desc limit $2",
            row => row.GetInt64(0), explanation.Stage.ToString(), (long)MostOfAStage));
        if (times.Count == 0)
            return explanation;
        var figure = Figure(explanation.Stage.ToString(), times);
        return explanation with { Usual = new StageTimes(figure.Count, figure.MedianDays, figure.Percentile90Days) };
    }

    private static StageFigure Figure(string stage, List<long> times)
    {
        times.Sort();
        return new StageFigure(stage, times.Count, Days(times[times.Count / 2]), Days(times[times.Count * 9 / 10]));
    }

    private static double Days(long ms) => Math.Round(TimeSpan.FromMilliseconds(ms).TotalDays, 2);
}

/// <summary>Figures about requests.</summary>
/// <param name="Stages">How long requests stayed in each stage.</param>
/// <param name="ToDecision">From submission to the applicant's being told; null: none yet.</param>
/// <param name="Reviewers">Requests before each reviewer now.</param>
public sealed record Figures(IReadOnlyList<StageFigure> Stages, StageFigure? ToDecision, IReadOnlyList<ReviewerLoad> Reviewers);

/// <summary>How long a stage takes.</summary>
public sealed record StageFigure([property: JsonConverter(typeof(ViewName))] string Stage, int Count, double MedianDays, double Percentile90Days);

/// <summary>How much a reviewer has to do.</summary>
public sealed record ReviewerLoad(string UserId, long Requests);
