namespace Centra.Storage;

/// <summary>Practices by their names.</summary>
public static class PracticeList
{
    /// <summary>Practices, by name.</summary>
    public static Task<List<(string Id, string Name)>> AllAsync(DbSession session, int most) =>
        session.QueryAsync("select practice_id, name from practice order by name, practice_id limit $1", row => (row.GetString(0), row.GetString(1)), (long)most);

    /// <summary>What practices are called, by id.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(DbSession session, IEnumerable<string> ids)
    {
        const string sql = "select practice_id, name from practice where practice_id = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ids.Distinct().ToArray(), row => (Id: row.GetString(0), Name: row.GetString(1)));
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }
}
