using System.Net;
using Centra.Access;

namespace Centra.Service.Tests.Access;

public class ReviewIdentityTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Identity_OfAHeldPatient_IsShownWithAGrantAndRecorded()
    {
        var item = await HoldAsync("lane1", "Thistlewood", "1958-09-17");
        var (looker, stranger) = (await _app.AsLooker(Roles.PrivacyOfficer, Purposes.MatchingReview), await _app.AsLooker(Roles.PrivacyOfficer, "legal"));

        await stranger.Client.GetAsync($"/api/review-lane/{item}/identity").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.LookNeedsGrant));
        var identity = await looker.Client.GetAsync($"/api/review-lane/{item}/identity").Json();
        var look = (await looker.Client.GetAsync($"/api/looks?who={looker.UserId}").Json()).Items().ShouldHaveSingleItem();

        (identity.Text("family"), identity.Text("practiceId"), identity.Has("resource")).ShouldBe(("Thistlewood", "lane1", false));
        (look.Text("purpose"), look.Text("patient")).ShouldBe((Purposes.MatchingReview, identity.Text("handle")));
    }

    [Fact]
    public async Task Identity_OfADecidedOrUnknownItem_IsNotThere()
    {
        var item = await HoldAsync("lane2", "Oxenforth", "1949-12-24");
        var looker = await _app.AsLooker(Roles.PrivacyOfficer, Purposes.MatchingReview);
        await looker.Client.Post($"/api/review-lane/{item}/same").Json();

        await looker.Client.GetAsync($"/api/review-lane/{item}/identity").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.NothingIsHeld));
        await looker.Client.GetAsync("/api/review-lane/review-none/identity").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.NothingIsHeld));
    }

    // Somebody of the same household opts out: that alone decides nothing, so the stored patient is held.
    private async Task<string> HoldAsync(string practiceId, string family, string birthDate)
    {
        var practice = await _app.AsPractice(practiceId);
        var held = new Patient("h1", "Wilhelmina", family, birthDate, "");
        await practice.IngestAsync(held);
        await practice.OptOutAsync(held with { Id = "h2", Given = "Augusta", NationalId = "" }).Json();
        var officer = await _app.As(Roles.PrivacyOfficer);
        return (await officer.Client.GetAsync($"/api/review-lane?practice={practiceId}").Json()).Items().ShouldHaveSingleItem().Text("itemId");
    }
}
