using Centra.Api.Datasets;
using Centra.Api.Requests;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>The filters above the list of requests.</summary>
internal static class RequestFilters
{
    // Of more than these nobody looks through a choice: then it is typed.
    private const int Most = 300;

    // What fits the words that were typed, for the field to offer.
    private const int MostOffered = 20;

    private static readonly string[] Balls = ["applicant", "manager", "reviewer", "chair", "signing official", "society signatory", "finance", "steward"];

    /// <summary>All of them, with what is chosen.</summary>
    public static async Task<IReadOnlyList<ListFilter>> OfAsync(RequestQuery query, Visitor visitor, ReadStore read)
    {
        var datasets = await DatasetLists.RowsAsync(null, null, null, Most + 1, read);
        var institutions = await read.Database.ReadAsync(session => InstitutionList.FindAsync(session, "", Most + 1));
        return
        [
            new("q", "Words", query.Q, null, "search"),
            new("mine", "My part", query.Mine, [("", "All that I may see"), .. Mine(visitor)]),
            new("stage", "Stage", query.Stage, [("", "All"), .. Enum.GetValues<RequestStage>().Where(stage => stage is not RequestStage.None).Select(stage => (stage.ToString(), StageWords.Stage(stage)))]),
            new("ball", "Next", query.Ball, [("", "Anybody"), .. Balls.Select(ball => (ball, StageWords.Ball(ball)))]),
            new("dataset", "Dataset", query.Dataset, Choices(datasets.Select(row => (row.DatasetId, row.Title)))) { Matches = await DatasetsAsync(query.Dataset, datasets.Count, read) },
            new("institution", "Institution", query.Institution, Choices(institutions)) { Matches = await InstitutionsAsync(query.Institution, institutions.Count, read) },
            new("sort", "Order", query.Sort, [("", "Newest first"), ("stageSince", "Longest in stage first")]),
        ];
    }

    /// <summary>The id of an institution that was chosen, or typed by its name; null where none is called so.</summary>
    public static async Task<string?> InstitutionAsync(string typed, ReadStore read) => await read.Database.ReadAsync(async session =>
        (await InstitutionList.NamesAsync(session, [typed])).Count > 0 ? typed
            : (await InstitutionList.FindAsync(session, typed, 2)) is [var only] ? only.Ror : null);

    private static async Task<IReadOnlyList<(string, string)>?> DatasetsAsync(string? typed, int known, ReadStore read) => known <= Most || string.IsNullOrWhiteSpace(typed) ? null
        : [.. (await DatasetLists.FindAsync(null, null, typed, null, MostOffered, read)).Select(row => (row.DatasetId, row.Title))];

    private static async Task<IReadOnlyList<(string, string)>?> InstitutionsAsync(string? typed, int known, ReadStore read) => known <= Most || string.IsNullOrWhiteSpace(typed) ? null
        : await read.Database.ReadAsync(session => InstitutionList.FindAsync(session, typed, MostOffered));

    private static IEnumerable<(string, string)> Mine(Visitor visitor)
    {
        yield return (RequestMine.Waiting, "Waits for me");
        if (visitor.Is(Roles.Applicant))
            yield return (RequestMine.Applied, "I applied");
        if (visitor.Is(Roles.Reviewer))
            yield return (RequestMine.Reviewing, "I review");
        if (visitor.Is(Roles.RequestManager))
            yield return (RequestMine.Managing, "I see to it");
    }

    private static (string, string)[]? Choices(IEnumerable<(string Value, string Text)> all) =>
        all.ToList() is { Count: <= Most } few ? [("", "All"), .. few.OrderBy(one => one.Text, StringComparer.OrdinalIgnoreCase)] : null;
}
