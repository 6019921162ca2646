using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>Forms that no page of the portal would send.</summary>
public class FormGateTests(RequestApp app) : IClassFixture<RequestApp>
{
    private const string Page = "/notifications";
    private const string Command = "/account/notifications";
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task Form_WithoutAToken_DoesNothing_AndLeadsToWords()
    {
        using var visit = await PageVisit.OfAsync(_cast, "manager");

        using var answer = await SendAsync(visit, ("daily:bool", "true"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/old-form");
        (await visit.ReadAsync("/old-form")).ShouldContain("Nothing was sent");
        (await IsDailyAsync(visit)).ShouldBeFalse();
    }

    [Fact]
    public async Task Form_OfNobody_LeadsToTheSignIn()
    {
        using var browser = Browser.Open(_cast.App);

        using var answer = await browser.Client.PostAsync($"/do{Command}", new FormUrlEncodedContent([KeyValuePair.Create("daily:bool", "true")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/sign-in");
    }

    [Theory]
    [InlineData("a..b", "x")]
    [InlineData("a[99999].b", "x")]
    [InlineData("daily:unknown", "true")]
    [InlineData("daily[0].a", "x")]
    public async Task Form_WithAFieldThatNoFormHas_IsRefusedOnItsPage_WithTheHeadersOfAPage(string name, string value)
    {
        using var visit = await PageVisit.OfAsync(_cast, "manager2");

        using var answer = await visit.SubmitAsync(Page, Command, ("daily:bool", "true"), ("daily", "x"), (name, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("cannot be read");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        (await IsDailyAsync(visit)).ShouldBeFalse();
    }

    [Fact]
    public async Task Form_LargerThanAnyForm_IsRefused_OnAPageThatSaysSo()
    {
        using var visit = await PageVisit.OfAsync(_cast, "manager");

        using var form = new HttpRequestMessage(HttpMethod.Post, $"/do{Command}") { Content = new FormUrlEncodedContent([KeyValuePair.Create("daily:bool", new string('x', 5 << 20))]) };
        form.Headers.Accept.ParseAdd("text/html");
        // It is refused unread, which closes the connection: whoever asks first is not sending then.
        form.Headers.ExpectContinue = true;

        using var answer = await visit.SendAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<html");
    }

    [Fact]
    public async Task Form_ForNoCommand_SaysSo()
    {
        using var visit = await PageVisit.OfAsync(_cast, "manager");
        var form = (await visit.FormAsync(Page, Command))!;

        using var answer = await visit.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/do/no/such/command") { Content = new FormUrlEncodedContent(form.Fields) });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<html");
    }

    private static Task<HttpResponseMessage> SendAsync(PageVisit visit, params (string Name, string Value)[] fields) =>
        visit.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/do{Command}") { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    private static async Task<bool> IsDailyAsync(PageVisit visit) => (await visit.FormAsync(Page, Command))!["daily:bool"] == "true";
}
