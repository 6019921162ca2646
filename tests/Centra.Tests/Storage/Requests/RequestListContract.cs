using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

public sealed class SqliteRequestListTests : RequestListContract<SqliteKind>;

public sealed class PostgresRequestListTests : RequestListContract<PostgresKind>;

/// <summary>Who sees which requests, in which order, page by page.</summary>
public abstract class RequestListContract<TKind>() : StorageContract<TKind>("read")
    where TKind : DatabaseKind, new()
{
    private static readonly RequestFilter Inside = new("manager", IsInside: true);

    private long _last;

    [Fact]
    public async Task Insider_SeesWhatWasHandedIn_AndOwnDrafts()
    {
        await CastAsync();

        (await Database.IdsAsync(Inside)).ShouldBe(["r3", "r2"]);
        (await Database.IdsAsync(new RequestFilter("pi", IsInside: true))).ShouldBe(["r3", "r2", "r1"]);
    }

    [Fact]
    public async Task Outsider_SeesWhatTheyHaveAPartIn()
    {
        await CastAsync();

        (await Database.IdsAsync(new RequestFilter("pi", IsInside: false))).ShouldBe(["r2", "r1"]);
        (await Database.IdsAsync(new RequestFilter("PI", IsInside: false))).ShouldBeEmpty();
        (await Database.IdsAsync(new RequestFilter("stranger", IsInside: false))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_AloneAndTogether_NarrowTheList()
    {
        await CastAsync();

        (await Database.IdsAsync(Inside with { Stage = "Active" })).ShouldBe(["r3"]);
        (await Database.IdsAsync(Inside with { Stage = "active" })).ShouldBeEmpty();
        (await Database.IdsAsync(Inside with { Ball = "manager" })).ShouldBe(["r3", "r2"]);
        (await Database.IdsAsync(Inside with { Dataset = "abstracts" })).ShouldBe(["r2"]);
        (await Database.IdsAsync(Inside with { Institution = "south", Words = "survey" })).ShouldBe(["r3"]);
        (await Database.IdsAsync(Inside with { Institution = "south", Stage = "Availability" })).ShouldBeEmpty();
        (await Database.IdsAsync(new RequestFilter("reader", IsInside: false) { Part = "Reviewer" })).ShouldBe(["r3"]);
        (await Database.IdsAsync(new RequestFilter("reader", IsInside: true) { Part = "Member" })).ShouldBeEmpty();
        (await Database.IdsAsync(Inside with { Stage = "' OR 1=1 --", Ball = new string('x', 9_000) })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_OneAfterAnother_ShowEveryRequestOnce(bool oldestFirst)
    {
        for (var number = 0; number < 25; number++)
            await Database.ListAsync(ListedRequests.Row($"r{number:00}", "Lung", since: 1_000 + number / 5));

        var seen = new List<string>();
        List<RequestLine> page;
        do
        {
            page = await ReadAsync(session => RequestList.PageAsync(session, Inside with { Words = "lu" }, seen.Count == 0 ? null : _last, oldestFirst, 4));
            seen.AddRange(page.Select(line => line.RequestId));
            _last = page.Count > 0 ? page[^1].Place : 0;
        }
        while (page.Count > 0);

        seen.Distinct().Count().ShouldBe(25);
        seen.Count.ShouldBe(25);
        var times = seen.Select(id => int.Parse(id[1..], null) / 5);
        times.ShouldBe(oldestFirst ? times.Order() : times.OrderDescending());
    }

    [Fact]
    public async Task Request_ThatMovesOn_IsFoundWhereItStandsNow()
    {
        await CastAsync();
        await WriteAsync(async session =>
        {
            var row = (await RequestTable.FindAsync(session, "r2"))!;
            (row.Stage, row.StageSince, row.SubmittedAt, row.Place) = ("Withdrawn", 9_000, 2_000, await RequestPlace.FreeAsync(session, 9_000, "r2"));
            row.Words = RequestWords.Of(row, [], [], []);
            await RequestTable.SaveAsync(session, row);
        });

        (await Database.IdsAsync(Inside)).ShouldBe(["r2", "r3"]);
        (await Database.IdsAsync(Inside with { Stage = "Withdrawn" })).ShouldBe(["r2"]);
        (await Database.IdsAsync(Inside with { Stage = "Availability" })).ShouldBeEmpty();
    }

    private async Task CastAsync()
    {
        await Database.ListAsync(ListedRequests.Row("r1", "Lung cancer", stage: "Draft", since: 1_000), ("pi", "PrincipalInvestigator"));
        await Database.ListAsync(ListedRequests.Row("r2", "Lung nodules", since: 2_000), [("pi", "PrincipalInvestigator"), ("helper", "Member")], ["abstracts"]);
        await Database.ListAsync(ListedRequests.Row("r3", "Survey", stage: "Active", since: 3_000, institution: "south"), ("reader", "Reviewer"));
    }
}
