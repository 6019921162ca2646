using System.Net;
using System.Text;

namespace Centra.Service.Tests.Security;

/// <summary>Every error is problem+json with a code, whoever makes it.</summary>
public class ProblemTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public Task NoRoute_IsNotFound_AlsoForNobody() => _app.Anonymous.GetAsync("/api/nothing").ShouldRefuse(HttpStatusCode.NotFound, "NotFound");

    [Fact]
    public Task WrongMethod_IsNamed() => _app.Anonymous.PutAsync("/api/tokens", null).ShouldRefuse(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed");

    [Fact]
    public Task WrongContentType_IsNamed() =>
        _app.Anonymous.PostAsync("/api/tokens", new StringContent("email=x", Encoding.UTF8, "application/x-www-form-urlencoded")).ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "MediaTypeNotTaken");

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"email\":{}}")]
    public Task UnreadableBody_IsNamed(string body) =>
        _app.Anonymous.PostAsync("/api/tokens", new StringContent(body, Encoding.UTF8, "application/json")).ShouldRefuse(HttpStatusCode.BadRequest, "RequestIsMalformed");

    [Theory]
    [InlineData("{\"kind\":\"nonsense\"}", "kind")]
    [InlineData("{\"KIND\":7.5}", "kind")]
    public async Task UnreadableField_IsNamed_WithoutWhatWasSent(string body, string field)
    {
        using var answer = await (await _app.As(Roles.Applicant)).Client.PostAsync("/api/requests", new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var said = await answer.Content.ReadAsStringAsync();
        said.ShouldContain($"the field {field}.");
        said.ShouldNotContain("nonsense");
    }

    [Fact]
    public async Task UnreadableParameter_IsNamed() =>
        await (await _app.As(Roles.Auditor)).Client.GetAsync("/api/audit?limit=many").ShouldRefuse(HttpStatusCode.BadRequest, "RequestIsMalformed");

    [Fact]
    public async Task LargeBody_IsNamed() =>
        await _app.Anonymous.Post("/api/tokens", new { email = new string('x', 20_000) }).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "BodyIsTooLarge");

    [Fact]
    public async Task CallerWhoAsksForCsv_GetsTheErrorAsJson()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/patients") { Headers = { { "Accept", "text/csv" } } };

        await _app.Anonymous.SendAsync(request).ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    [Fact]
    public async Task Challenge_NamesTheScheme() =>
        (await _app.Anonymous.GetAsync("/api/patients")).Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
}
