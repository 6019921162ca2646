using System.Net;
using System.Text;
using Centra.Api.Http;
using Centra.Ingest;

namespace Centra.Service.Tests.Ingest;

public class OpenJobTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Usable = """{"csvMapping":{"files":[{"template":{"resourceType":"Patient","id":{"$column":"id"}}}]}}""";
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Open_WithAMappingThatCannotBeUsed_IsRefused()
    {
        var practice = await _app.AsPractice("north");

        await Open(practice, """{"csvMapping":{"files":[]}}""").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(CsvMappingRefusal.MappingHasNoFiles));
        await Open(practice, Usable.Replace("$column\":\"id", "$column\":\"id\",\"$colour\":\"red")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(CsvMappingRefusal.MappingHasBadColumn));
        (await Open(practice, Usable).Json()).Text("phase").ShouldBe("patients");
    }

    [Fact]
    public async Task Open_UnderAKeyThatIsTooLong_SaysSo()
    {
        var practice = await _app.AsPractice("south");

        await Open(practice, "{}", new string('k', 201)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(RequestRefusal.IdempotencyKeyIsTooLong));
        (await Open(practice, "{}", new string('k', 200)).Json()).Text("phase").ShouldBe("patients");
    }

    private static async Task<HttpResponseMessage> Open(HttpClient practice, string body, string key = "")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add("Idempotency-Key", key);
        return await practice.PostAsync("/api/ingest/jobs", content);
    }
}
