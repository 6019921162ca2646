namespace Centra.Storage;

/// <summary>
/// A filter as the full-text index of each database is asked. Every term is a word of letters and digits or a mark, so that nothing that
/// somebody typed is read as syntax.
/// </summary>
internal static class RequestQuestion
{
    public static string Of(RequestFilter filter, Dialect dialect)
    {
        var marks = MarkSyntax.Of(dialect);
        var words = SearchWords.Asked(filter.Words);
        return marks.All(Whose(filter, marks).Concat(Marks(filter).Concat(words.SkipLast(1)).Select(marks.Term)).Concat(words.TakeLast(1).Select(marks.Beginning)));
    }

    // Who has a part in it sees it; so nothing more is asked where the part is.
    private static IEnumerable<string> Whose(RequestFilter filter, MarkSyntax marks)
    {
        if (filter.Part.Length > 0)
            yield return marks.Term(RequestMarks.Part(filter.Part, filter.UserId));
        if (filter.Mine.Length > 0)
            yield return RequestMine.Of(filter, marks);
        if (filter.Part.Length == 0 && filter.Mine is "" or RequestMine.Managing)
            yield return marks.Any(Seen(filter, marks));
    }

    private static IEnumerable<string> Seen(RequestFilter filter, MarkSyntax marks)
    {
        if (filter.IsInside)
            yield return marks.Term(RequestMarks.HandedIn);
        yield return marks.Term(RequestMarks.User(filter.UserId));
        foreach (var ror in filter.Institutions)
            yield return marks.All([marks.Term(RequestMarks.Agreed), marks.Term(RequestMarks.Institution(ror))]);
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
