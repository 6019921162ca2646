using System.Diagnostics;
using Centra.Storage;

namespace Centra.Bench.Requests;

/// <summary>A page of a hundred requests, as the API asks the database for it, in microseconds: the median of many.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Few">Among a hundred requests.</param>
/// <param name="Many">Among a hundred thousand.</param>
internal sealed record ListMeasure(string Page, double Few, double Many)
{
    private const int Times = 40;
    private static readonly RequestFilter Inside = new("manager", IsInside: true);
    private static readonly RequestFilter Outside = new("busy", IsInside: false);

    /// <summary>How many times as long.</summary>
    public double Ratio => Many / Few;

    // Every filter once, the usual pairs, words that nearly all, some or one have, and places far down.
    private static readonly (string Page, RequestFilter Filter, bool IsDeep, bool OldestFirst)[] Pages =
    [
        ("all, newest first", Inside, false, false), ("all, oldest first", Inside, false, true), ("all, deep", Inside, true, false), ("all, oldest first, deep", Inside, true, true),
        ("stage", Inside with { Stage = "Active" }, false, false), ("stage, deep", Inside with { Stage = "Active" }, true, false),
        ("ball", Inside with { Ball = "manager" }, false, false), ("dataset", Inside with { Dataset = "dataset3" }, false, false), ("institution", Inside with { Institution = "ror7" }, false, false),
        ("stage + dataset + ball", Inside with { Stage = "Active", Dataset = "dataset3", Ball = "applicant" }, false, false),
        ("institution + stage", Inside with { Institution = "ror7", Stage = "Contracting" }, false, false),
        ("applicant", Outside, false, false), ("applicant, deep", Outside, true, false), ("reviewer's part", new RequestFilter("reviewer7", IsInside: false) { Part = "Reviewer" }, false, false),
        ("nobody's", new RequestFilter("stranger", IsInside: false), false, false),
        ("waits for a manager", Inside with { Mine = RequestMine.Waiting, Turns = ["manager"] }, false, false), ("waits for a manager, deep", Inside with { Mine = RequestMine.Waiting, Turns = ["manager"] }, true, false),
        ("waits for a chair", Inside with { Mine = RequestMine.Waiting, Turns = ["chair"] }, false, false), ("seen to by a manager", Inside with { Mine = RequestMine.Managing }, false, false),
        ("seen to by a manager + dataset + institution", Inside with { Mine = RequestMine.Managing, Dataset = "dataset3", Institution = "ror7" }, false, false),
        ("waits for the busiest applicant", Outside with { Mine = RequestMine.Waiting }, false, false), ("applied", Outside with { Mine = RequestMine.Applied }, true, false),
        ("waits for a reviewer", new RequestFilter("reviewer7", IsInside: false) { Mine = RequestMine.Waiting }, false, false), ("waits for a stranger", new RequestFilter("stranger", IsInside: false) { Mine = RequestMine.Waiting }, false, false),
        ("of an official's institution", new RequestFilter("official", IsInside: false) { Institutions = ["ror7"] }, false, false),
        ("word of all", Inside with { Words = "cancer" }, false, false), ("word of all, deep", Inside with { Words = "cancer" }, true, false), ("beginning of all", Inside with { Words = "canc" }, false, false),
        ("one letter", Inside with { Words = "c" }, false, false), ("two common words", Inside with { Words = "lung cancer" }, false, false), ("two words that never meet", Inside with { Words = "lung breast" }, false, false),
        ("rare word", Inside with { Words = "cohort 77" }, false, false), ("applicant + word", Outside with { Words = "ovary" }, false, false),
        ("stage + word, deep", Inside with { Stage = "Active", Words = "outcomes lung" }, true, false), ("no such word", Inside with { Words = "zebra" }, false, false),
    ];

    /// <summary>All pages.</summary>
    public static async Task<List<ListMeasure>> AllAsync(string folder, int many)
    {
        await using var few = new SqliteDatabase(Path.Combine(folder, "few.db"));
        await using var crowd = new SqliteDatabase(Path.Combine(folder, "many.db"));
        await ListRows.FillAsync(few, 100);
        await ListRows.FillAsync(crowd, many);
        var measured = new List<ListMeasure>();
        foreach (var (page, filter, isDeep, oldestFirst) in Pages)
            measured.Add(new ListMeasure(page, await TimeAsync(few, filter, isDeep, oldestFirst, 100), await TimeAsync(crowd, filter, isDeep, oldestFirst, many)));
        return measured;
    }

    private static async Task<double> TimeAsync(SqliteDatabase database, RequestFilter filter, bool isDeep, bool oldestFirst, int requests)
    {
        long? after = isDeep ? await DeepAsync(database, requests) : null;
        var taken = new double[Times];
        for (var time = -5; time < Times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            await database.ReadAsync(session => RequestList.PageAsync(session, filter, after, oldestFirst, 100));
            if (time >= 0)
                taken[time] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
        }
        Array.Sort(taken);
        return taken[Times / 2];
    }

    private static Task<long> DeepAsync(SqliteDatabase database, int requests) =>
        database.ReadAsync(session => session.NumberAsync("select place from request order by place limit 1 offset $1", (long)requests / 2));
}
