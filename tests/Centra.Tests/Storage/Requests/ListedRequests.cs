using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

/// <summary>Rows of requests as the projection writes them.</summary>
internal static class ListedRequests
{
    public static RequestRow Row(string id, string title, string investigator = "Ada Stone", string stage = "Availability", long since = 1_000, string ball = "manager", string institution = "north") => new()
    {
        RequestId = id, Kind = "Original", Title = title, Stage = stage, StageSince = since, Ball = ball, CreatedAt = 1, InstitutionId = institution,
        InvestigatorId = "pi", Investigator = investigator, Words = "",
    };

    public static Task ListAsync(this IDatabase database, RequestRow row, params (string User, string Part)[] people) => database.ListAsync(row, people, []);

    public static Task ListAsync(this IDatabase database, RequestRow row, (string User, string Part)[] people, string[] datasets, params (string User, string Act)[] acts) => database.WriteAsync(Fence.None, async session =>
    {
        var persons = people.Select(person => new RequestPersonRow(row.RequestId, person.User, person.Part, 1)).ToList();
        var asked = datasets.Select(id => new RequestDatasetRow(row.RequestId, id, id)).ToList();
        var done = acts.Select(act => new RequestActRow(row.RequestId, act.User, act.Act)).ToList();
        row.Words = RequestWords.Of(row, persons, asked, done);
        row.Place = await RequestPlace.FreeAsync(session, row.StageSince, row.RequestId);
        foreach (var person in persons)
            await RequestPartTables.AddPersonAsync(session, person);
        foreach (var dataset in asked)
            await RequestPartTables.AddDatasetAsync(session, dataset);
        foreach (var act in done)
            await RequestPartTables.AddActAsync(session, act);
        return await RequestTable.AddAsync(session, row);
    });

    /// <summary>Ids on a page.</summary>
    public static async Task<string[]> IdsAsync(this IDatabase database, RequestFilter filter, long? after = null, bool oldestFirst = false, int most = 100) =>
        [.. (await database.ReadAsync(session => RequestList.PageAsync(session, filter, after, oldestFirst, most))).Select(line => line.RequestId)];
}
