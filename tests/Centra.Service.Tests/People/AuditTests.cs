using Centra.Storage;

namespace Centra.Service.Tests.People;

public class AuditTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Theory]
    [InlineData("at")]
    [InlineData("-at")]
    public async Task Audit_ReadPageByPage_GivesEveryEventOnceInOrder(string sort)
    {
        var auditor = await _app.As(Roles.Auditor);
        await _app.PracticeAsync("paged");
        var whole = (await auditor.Client.GetAsync($"/api/audit?stream=practice/&sort={sort}").Json()).Items();

        var (pages, next) = (new List<string>(), "");
        do
        {
            var page = await auditor.Client.GetAsync($"/api/audit?stream=practice/&sort={sort}&limit=3{next}").Json();
            pages.AddRange(page.Items().Select(item => item.Text("hash")));
            next = page.Has("next") ? $"&after={page.Text("next")}" : "";
        }
        while (next.Length > 0);

        pages.ShouldBe(whole.Select(item => item.Text("hash")));
        pages.Count.ShouldBeGreaterThan(3);
        whole.Select(item => item.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder(sort == "at" ? SortDirection.Ascending : SortDirection.Descending);
    }

    [Fact]
    public async Task Audit_Filters_ByActorTypeAndTime()
    {
        var (auditor, one) = (await _app.As(Roles.Auditor), await _app.As(Roles.Operator));
        var person = await _app.AdmitAsync("filtered");
        await one.Client.Post($"/api/admin/users/{person.UserId}/training", new { employer = "The society", trainedOn = "2026-01-05" }).Json();

        var mine = (await auditor.Client.GetAsync($"/api/audit?actor={one.UserId}&type=TrainingRecorded").Json()).Items();
        var never = (await auditor.Client.GetAsync($"/api/audit?actor={one.UserId}&to=2020-01-01T00:00:00Z").Json()).Items();

        mine.ShouldHaveSingleItem().GetProperty("payload").Text("employer").ShouldBe("The society");
        never.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("at")]
    [InlineData("-at")]
    public async Task Audit_EventsOfOneMoment_EachStandOnOnePage_AlsoWhileMoreHappens(string sort)
    {
        var auditor = await _app.As(Roles.Auditor);
        var at = new DateTimeOffset(2027, 1, 2, 3, 4, 5, sort == "at" ? TimeSpan.Zero : TimeSpan.FromHours(1));
        await AppendAsync(at, Enumerable.Range(1, 9).Select(n => ($"moment/{sort}{n % 3}", (n + 2) / 3)));
        var range = $"sort={sort}&from={at:yyyy-MM-ddTHH:mm:ss}%2B0{at.Offset.Hours}:00&to={at.AddMilliseconds(1):yyyy-MM-ddTHH:mm:ss.fff}%2B0{at.Offset.Hours}:00&limit=2";

        var (read, next) = (new List<string>(), "");
        for (var page = 0; next is not null; page++)
        {
            var answer = await auditor.Client.GetAsync($"/api/audit?{range}{next}").Json();
            read.AddRange(answer.Items().Select(item => $"{item.Text("stream")} {item.GetProperty("position")}"));
            next = answer.Has("next") ? $"&after={answer.Text("next")}" : null;
            await AppendAsync(sort == "at" ? at.AddMilliseconds(-1) : at.AddMilliseconds(1), [($"moment/{sort}-later{page}", 1)]);
        }

        read.Count.ShouldBe(9);
        read.ShouldBe(sort == "at" ? read.Distinct().Order(StringComparer.Ordinal) : read.Distinct().OrderDescending(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("bm9uZQ")]
    [InlineData("eAp5CnN0cmVhbQ")]
    public async Task Audit_ACursorThatNoPageGave_IsRefused(string cursor) =>
        await (await _app.As(Roles.Auditor)).Client.GetAsync($"/api/audit?after={cursor}").ShouldRefuse(System.Net.HttpStatusCode.UnprocessableEntity, "CursorIsWrong");

    [Fact]
    public async Task SignIns_Filter_ByTime()
    {
        var auditor = await _app.As(Roles.Auditor);

        (await auditor.Client.GetAsync("/api/audit/sign-ins?from=2020-01-01T00:00:00Z").Json()).Items().ShouldNotBeEmpty();
        (await auditor.Client.GetAsync("/api/audit/sign-ins?to=2020-01-01T00:00:00Z").Json()).Items().ShouldBeEmpty();
    }

    // Straight into the list: what is tested is how it is read, and no command gives two events of two streams the same millisecond.
    private Task<bool> AppendAsync(DateTimeOffset at, IEnumerable<(string Stream, int Position)> events) => _app.Get<ReadStore>().Database.WriteAsync(Fence.None, async session =>
    {
        foreach (var (stream, position) in events)
        {
            await session.ExecuteAsync("insert into event (stream, position, type, payload, actor, at, command_id, previous_hash, hash) values ($1, $2, 'Tested', '{}', 'test', $3, $4, '', $4)",
                stream, (long)position, at.ToUnixTimeMilliseconds(), $"{stream}/{position}");
        }
        return true;
    });

    [Fact]
    public async Task Audit_AsCsv_HasAHeaderAndNamesTheNextPage()
    {
        var auditor = await _app.As(Roles.Auditor);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/audit?limit=1") { Headers = { { "Accept", "text/csv" } } };

        var answer = await auditor.Client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("at,stream,position,type,actor,payload,hash\r\n");
        answer.Headers.GetValues("Link").Single().ShouldStartWith("</api/audit?limit=1&after=");
    }
}
