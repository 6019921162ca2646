using System.Net;
using System.Net.Http.Json;
using Centra.Institutions;
using Centra.Reviews;

namespace Centra.Service.Tests.Catalogue;

/// <summary>On SQLite.</summary>
public sealed class CommitteeTests(SharedApp shared) : CommitteeContract(shared), IClassFixture<SharedApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresCommitteeTests(PostgresSharedApp shared) : CommitteeContract(shared), IClassFixture<PostgresSharedApp>;

/// <summary>Committees, institutions, reviewers.</summary>
public abstract class CommitteeContract(SharedApp shared)
{
    private static readonly string[] Expertise = ["Statistics"];
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Institution_IsListed_AndItsOfficialVerified()
    {
        var (manager, official) = (await _app.As(Roles.RequestManager), await _app.As(Roles.SigningOfficial));

        await manager.Client.PutAsJsonAsync("/api/admin/institutions/05dxps055", new { name = "Institute", country = "US" }).Json();
        var view = await manager.Client.Post("/api/admin/institutions/05dxps055/officials", new { userId = official.UserId, evidence = "Called the office." }).Json();

        view.GetProperty("officials").EnumerateArray().ShouldHaveSingleItem().Text("verifiedBy").ShouldBe(manager.UserId);
        (await official.Client.GetAsync("/api/admin/institutions?name=insti").Json()).Items().ShouldHaveSingleItem().GetProperty("officials").GetInt32().ShouldBe(1);
        await manager.Client.Post("/api/admin/institutions/05dxps055/officials", new { userId = "nobody", evidence = "Called." }).ShouldRefuse(HttpStatusCode.Conflict, nameof(InstitutionRefusal.PersonIsNoSigningOfficial));
        await manager.Client.PutAsJsonAsync("/api/admin/institutions/05dxps056", new { name = "Typo", country = "US" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(InstitutionRefusal.RorIdIsWrong));
    }

    [Fact]
    public async Task Reviewer_SaysWhatIsTheirs_AndWhoAssignsSeesIt()
    {
        var (manager, reviewer, deputy) = (await _app.As(Roles.RequestManager), await _app.As(Roles.Reviewer), await _app.As(Roles.Reviewer));
        await manager.Client.PutAsJsonAsync("/api/admin/institutions/03yrm5c26", new { name = "Library", country = "US" }).Json();
        await reviewer.Client.GetAsync("/api/reviews/profile").ShouldRefuse(HttpStatusCode.NotFound, nameof(ReviewRefusal.ReviewerNotFound));

        await reviewer.Client.PutAsJsonAsync("/api/reviews/profile", new { institutionId = "https://ror.org/03yrm5c26", expertise = Expertise }).Json();
        await reviewer.Client.Post("/api/reviews/relations", new { kind = "person", target = "user-9", note = "Co-author." }).Json();
        await reviewer.Client.PutAsJsonAsync("/api/reviews/absence", new { from = "2099-01-01", to = "2099-02-01", deputyId = deputy.UserId }).Json();

        var seen = await manager.Client.GetAsync($"/api/reviews/reviewers/{reviewer.UserId}").Json();
        (seen.Text("institutionId"), seen.GetProperty("relatedUsers")[0].GetString(), seen.Text("deputyId")).ShouldBe(("03yrm5c26", "user-9", deputy.UserId));
        (await manager.Client.GetAsync("/api/reviews/reviewers?absentOn=2099-01-15").Json()).Items().Select(item => item.Text("userId")).ShouldContain(reviewer.UserId);
    }

    [Fact]
    public async Task Committee_SeatsWhoHasTheRole_Once()
    {
        var (manager, chair, reviewer) = (await _app.As(Roles.RequestManager), await _app.As(Roles.Chair), await _app.As(Roles.Reviewer));

        await manager.Client.Post("/api/admin/committees/information-sharing/chair", new { userId = chair.UserId }).Json();
        await manager.Client.Post("/api/admin/committees/information-sharing/members", new { userId = reviewer.UserId }).Json();

        var view = await reviewer.Client.GetAsync("/api/admin/committees/information-sharing").Json();
        (view.Text("chairId"), view.GetProperty("memberIds")[0].GetString()).ShouldBe((chair.UserId, reviewer.UserId));
        await manager.Client.Post("/api/admin/committees/information-sharing/deputies", new { userId = reviewer.UserId }).ShouldRefuse(HttpStatusCode.Conflict, nameof(ReviewRefusal.PersonLacksTheRole));
        await manager.Client.Post("/api/admin/committees/information-sharing/deputies", new { userId = chair.UserId }).ShouldRefuse(HttpStatusCode.Conflict, nameof(ReviewRefusal.PersonHasAnotherPart));
        (await manager.Client.GetAsync("/api/admin/committees").Json()).Items().ShouldHaveSingleItem().GetProperty("members").GetInt32().ShouldBe(1);
    }
}
