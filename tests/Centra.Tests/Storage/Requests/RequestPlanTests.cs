using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

/// <summary>How SQLite goes about the lists: from the index, in its order, without reading a table through and without sorting.</summary>
public sealed class RequestPlanTests() : StorageContract<SqliteKind>("read")
{
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "")]
    [InlineData(false, RequestMine.Waiting)]
    public async Task List_InEveryOrder_IsReadFromTheIndex(bool oldestFirst, string mine)
    {
        var filter = new RequestFilter("u", IsInside: true) { Mine = mine, Turns = ["manager", "chair"] };
        var plan = await PlanAsync(RequestList.Sql(Dialect.Sqlite, oldestFirst), RequestQuestion.Of(filter, Dialect.Sqlite), 0L, 100L, 1L, "u", "", "", "", "", "", mine, "|manager|chair|", "||");

        plan.ShouldContain(step => step.StartsWith("SCAN s VIRTUAL TABLE INDEX", StringComparison.Ordinal));
        plan.ShouldContain(step => step.Contains("SEARCH r USING INDEX request_place", StringComparison.Ordinal));
        plan.ShouldNotContain(step => ReadsThrough(step));
    }

    [Theory]
    [InlineData(ApprovedList.First)]
    [InlineData(ApprovedList.Next)]
    public async Task PublicRegister_IsReadFromItsIndex(string sql)
    {
        var plan = await PlanAsync(sql, sql == ApprovedList.Next ? [100L, 5L, "r"] : [100L]);

        plan.ShouldContain(step => step.Contains("r USING INDEX request_register", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        if (sql == ApprovedList.Next)
            plan.ShouldContain(step => step.StartsWith("SEARCH r USING INDEX request_register", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TextRemoved_OnceTheIndexHasForgottenIt_StandsInItNoMore()
    {
        for (var request = 0; request < 30; request++)
            await Database.ListAsync(ListedRequests.Row($"r{request}", "quixotic", since: request));
        await MoveAllAsync(1_000);
        await WriteAsync("update request set title = '', words = ''");

        (await RequestSearch.ForgetRemovedAsync(Database)).ShouldBeTrue();

        await WriteAsync("insert into request_search (request_search, rank) values ('integrity-check', 1)");
        (await PagesWithTextAsync()).ShouldBe(0);
        (await RequestSearch.ForgetRemovedAsync(Database)).ShouldBeFalse();
    }

    [Fact]
    public async Task Text_OfARequestThatOnlyMoved_IsNotRemoved()
    {
        await RequestSearch.ForgetRemovedAsync(Database);
        await Database.ListAsync(ListedRequests.Row("r1", "quixotic"));
        await MoveAllAsync(1_000);

        (await RequestSearch.ForgetRemovedAsync(Database)).ShouldBeFalse();
        (await PagesWithTextAsync()).ShouldBeGreaterThan(0);
        (await Database.IdsAsync(new RequestFilter("manager", IsInside: true) { Words = "quix" })).ShouldBe(["r1"]);
    }

    private Task MoveAllAsync(long by) => WriteAsync($"update request set stage_since = stage_since + {by}, place = place + ({by} << {RequestPlace.Bits})");

    private Task<int> WriteAsync(string sql) => Database.WriteAsync(Fence.None, session => session.ExecuteAsync(sql));

    private Task<long> PagesWithTextAsync() =>
        ReadAsync(session => session.NumberAsync("select count(*) from request_search_data where instr(block, cast('uixot' as blob)) > 0"));

    private static bool ReadsThrough(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal);

    private Task<List<string>> PlanAsync(string sql, params object?[] args) => ReadAsync(session => session.QueryAsync($"explain query plan {sql}", row => row.GetString(3), args));
}
