namespace Centra.Storage;

/// <summary>
/// A filter as the full-text index of each database is asked: SQLite's FTS5, PostgreSQL's tsquery. Every term is a word of letters and
/// digits or a mark, and stands in quotes, so that nothing that somebody typed is read as syntax.
/// </summary>
internal static class RequestQuestion
{
    public static string Of(RequestFilter filter, Dialect dialect)
    {
        var (and, or, term, beginning) = dialect is Dialect.Sqlite ? (" AND ", " OR ", '"', "*") : (" & ", " | ", '\'', ":*");
        string Quoted(string word) => $"{term}{word}{term}";
        var words = SearchWords.Asked(filter.Words);
        var seen = filter is { IsInside: true, Part: "" } ? $"({Quoted(RequestMarks.HandedIn)}{or}{Quoted(RequestMarks.User(filter.UserId))})"
            : Quoted(filter.Part.Length > 0 ? RequestMarks.Part(filter.Part, filter.UserId) : RequestMarks.User(filter.UserId));
        return string.Join(and, Marks(filter).Concat(words.SkipLast(1)).Select(Quoted).Prepend(seen).Concat(words.TakeLast(1).Select(last => Quoted(last) + beginning)));
    }

    private static IEnumerable<string> Marks(RequestFilter filter)
    {
        if (filter.Stage.Length > 0)
            yield return RequestMarks.Stage(filter.Stage);
        if (filter.Ball.Length > 0)
            yield return RequestMarks.Ball(filter.Ball);
        if (filter.Dataset.Length > 0)
            yield return RequestMarks.Dataset(filter.Dataset);
        if (filter.Institution.Length > 0)
            yield return RequestMarks.Institution(filter.Institution);
    }
}
