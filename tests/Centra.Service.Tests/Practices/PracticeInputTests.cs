using System.Net;
using Centra.Practices;

namespace Centra.Service.Tests.Practices;

public class PracticeInputTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Practice_WithoutNameOrDigest_IsRefused()
    {
        var officer = await _app.As(Roles.PrivacyOfficer);
        var id = (await officer.Client.Post("/api/practices", new { name = "North" }).Json()).Text("practiceId");

        await officer.Client.Post("/api/practices", new { }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(PracticeRefusal.NameIsWrong));
        await officer.Client.Post($"/api/practices/{id}/agreement", new { until = "2099-01-01" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(PracticeRefusal.AgreementDigestIsMissing));
    }
}
