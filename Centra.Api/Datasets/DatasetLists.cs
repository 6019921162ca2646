using Centra.Api.Http;
using Centra.Datasets;
using Centra.Storage;

namespace Centra.Api.Datasets;

/// <summary>Lists of the catalogue.</summary>
internal static class DatasetLists
{
    private const int AtOnce = 500;

    public static async Task<IResult> CatalogueAsync(string? standing, string? sensitivity, string? words, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await FindAsync(standing, sensitivity, words, after, most, read);
        return Listing.Answer(http, new Page<DatasetItem>(rows, rows.Count == most ? rows[^1].DatasetId : null),
            ("datasetId", item => item.DatasetId), ("title", item => item.Title), ("summary", item => item.Summary), ("standing", item => item.Standing),
            ("sensitivity", item => item.Sensitivity), ("useCodes", item => item.UseCodes), ("fromYear", item => item.FromYear), ("toYear", item => item.ToYear),
            ("currentVersion", item => item.CurrentVersion), ("rows", item => item.Rows), ("updatedAt", item => item.UpdatedAt));
    }

    /// <summary>Datasets of the catalogue in which each of these words begins a word of id, title or summary, by id.</summary>
    public static async Task<List<DatasetItem>> FindAsync(string? standing, string? sensitivity, string? words, string? after, int most, ReadStore read)
    {
        var asked = SearchWords.Asked(words);
        if (asked.Length == 0)
            return await RowsAsync(standing, sensitivity, after, most, read);
        // A catalogue has some hundred datasets: they are read a page at a time, and no index is kept for them.
        var found = new List<DatasetItem>();
        for (var from = after; found.Count < most;)
        {
            var rows = await RowsAsync(standing, sensitivity, from, AtOnce, read);
            found.AddRange(rows.Where(row => HasAll(row, asked)).Take(most - found.Count));
            if (rows.Count < AtOnce)
                break;
            from = rows[^1].DatasetId;
        }
        return found;
    }

    private static bool HasAll(DatasetItem row, string[] asked)
    {
        var words = SearchWords.Of($"{row.DatasetId} {row.Title} {row.Summary}");
        return asked.All(word => words.Any(own => own.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Datasets of the catalogue, by id.</summary>
    public static Task<List<DatasetItem>> RowsAsync(string? standing, string? sensitivity, string? after, int most, ReadStore read) =>
        read.Database.ReadAsync(session => session.QueryAsync(
            "select dataset_id, title, summary, standing, sensitivity, use_codes, price_line, from_year, to_year, committee_id, outside_address, current_version, rows, updated_at from dataset "
            + "where ($1 = '' or lower(standing) = $1) and ($2 = '' or lower(sensitivity) = $2) and dataset_id > $3 order by dataset_id limit $4",
            row => new DatasetItem(
                row.GetString(0), row.GetString(1), row.GetString(2), Enum.Parse<DatasetStanding>(row.GetString(3)), Enum.Parse<Sensitivity>(row.GetString(4)), row.GetString(5).Split(' '),
                row.GetString(6), row.NumberOrNull(7), row.NumberOrNull(8), row.TextOrNull(9), row.TextOrNull(10), row.GetInt64(11), row.NumberOrNull(12),
                row.NumberOrNull(13) is { } at ? Listing.Time(at) : null),
            (standing ?? "").ToLowerInvariant(), (sensitivity ?? "").ToLowerInvariant(), after ?? "", (long)most));

    public static Task<IResult> QuestionsAsync(string? dataset, bool? answered, string? after, int? limit, HttpContext http, ReadStore read) =>
        QuestionsAsync(new QuestionFilter(dataset, answered, null, after, limit), http, read);

    public static Task<IResult> OwnQuestionsAsync(string? dataset, bool? answered, string? after, int? limit, Caller caller, HttpContext http, ReadStore read) =>
        QuestionsAsync(new QuestionFilter(dataset, answered, caller.Actor.Id, after, limit), http, read);

    public static async Task<IResult> InterestAsync(string? dataset, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await InterestPageAsync(dataset, after, limit, read);
        return Listing.Answer(http, page,
            ("datasetId", item => item.DatasetId), ("userId", item => item.UserId), ("note", item => item.Note), ("registeredAt", item => item.RegisteredAt));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<InterestItem>> InterestPageAsync(string? dataset, string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select dataset_id, user_id, note, registered_at from dataset_interest where ($1 = '' or dataset_id = $1) and dataset_id || ' ' || user_id > $2 order by dataset_id || ' ' || user_id limit $3",
            row => new InterestItem(row.GetString(0), row.GetString(1), row.GetString(2), Listing.Time(row.GetInt64(3))), dataset ?? "", after ?? "", (long)most));
        return new Page<InterestItem>(rows, rows.Count == most ? $"{rows[^1].DatasetId} {rows[^1].UserId}" : null);
    }

    private static async Task<IResult> QuestionsAsync(QuestionFilter filter, HttpContext http, ReadStore read)
    {
        var page = await QuestionPageAsync(filter, read);
        return Listing.Answer(http, page,
            ("questionId", item => item.QuestionId), ("datasetId", item => item.DatasetId), ("text", item => item.Text), ("askedBy", item => item.AskedBy), ("askedAt", item => item.AskedAt),
            ("answer", item => item.Answer), ("answeredBy", item => item.AnsweredBy), ("answeredAt", item => item.AnsweredAt));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<QuestionItem>> QuestionPageAsync(QuestionFilter filter, ReadStore read)
    {
        var most = Listing.Limit(filter.Limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select question_id, dataset_id, text, asked_by, asked_at, answer, answered_by, answered_at from dataset_question where ($1 = '' or dataset_id = $1) and ($2 = '' or asked_by = $2) "
            + "and ($3 = -1 or ($3 = 1) = (answered_at is not null)) and ($4 = '' or (asked_at, question_id) > (select q.asked_at, q.question_id from dataset_question q where q.question_id = $4)) "
            + "order by asked_at, question_id limit $5",
            row => new QuestionItem(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Listing.Time(row.GetInt64(4)), row.TextOrNull(5), row.TextOrNull(6),
                row.NumberOrNull(7) is { } at ? Listing.Time(at) : null),
            filter.Dataset ?? "", filter.AskedBy ?? "", filter.Answered is { } only ? (only ? 1L : 0L) : -1L, filter.After ?? "", (long)most));
        return new Page<QuestionItem>(rows, rows.Count == most ? rows[^1].QuestionId : null);
    }
}
