namespace Centra.Storage;

/// <summary>How terms are joined in a question to the full-text index: SQLite's FTS5, PostgreSQL's tsquery.</summary>
internal sealed record MarkSyntax(string And, string Or, string Not, char Quote, string More)
{
    public static MarkSyntax Of(Dialect dialect) => dialect is Dialect.Sqlite ? new(" AND ", " OR ", " NOT ", '"', "*") : new(" & ", " | ", " & ! ", '\'', ":*");

    /// <summary>A word or a mark, in quotes, so that nothing of it is read as syntax.</summary>
    public string Term(string word) => $"{Quote}{word}{Quote}";

    /// <summary>Whatever begins like this.</summary>
    public string Beginning(string word) => Term(word) + More;

    public string All(IEnumerable<string> terms) => $"({string.Join(And, terms)})";

    public string Any(IEnumerable<string> terms) => $"({string.Join(Or, terms)})";

    public string Except(string term, string other) => $"({term}{Not}{other})";
}
