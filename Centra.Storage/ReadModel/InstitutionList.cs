namespace Centra.Storage;

/// <summary>Institutions by their names, for whoever chooses one.</summary>
public static class InstitutionList
{
    /// <summary>Institutions in whose names these words stand, by name; all for no words.</summary>
    public static Task<List<(string Ror, string Name)>> FindAsync(DbSession session, string words, int most) => session.QueryAsync(
        "select ror, name from institution where $1 = '' or lower(name) like '%' || $1 || '%' order by name, ror limit $2",
        row => (row.GetString(0), row.GetString(1)), words.Trim().ToLowerInvariant(), (long)most);

    /// <summary>What institutions are called, by ROR id.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(DbSession session, IEnumerable<string> rors)
    {
        const string sql = "select ror, name from institution where ror = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", rors.Distinct().ToArray(), row => (Ror: row.GetString(0), Name: row.GetString(1)));
        return rows.ToDictionary(row => row.Ror, row => row.Name);
    }
}
