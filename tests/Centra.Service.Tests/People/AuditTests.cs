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
