namespace Centra.Service.Tests.People;

public class AdminListTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task List_FiltersSortsAndPages()
    {
        var one = await _app.As(Roles.Operator);
        foreach (var name in new[] { "zz-c", "zz-a", "zz-b" })
            await _app.AdmitAsync(name, null, Roles.Chair);

        var first = await one.Client.GetAsync("/api/admin/users?role=Chair&sort=email&limit=2").Json();
        var second = await one.Client.GetAsync($"/api/admin/users?role=Chair&sort=email&limit=2&after={first.Text("next")}").Json();

        first.Items().Concat(second.Items()).Select(item => item.Text("displayName")).ShouldBe(["zz-a", "zz-b", "zz-c"]);
        second.Has("next").ShouldBeFalse();
    }

    [Fact]
    public async Task List_OfProposals_NamesThoseThatWait()
    {
        var one = await _app.As(Roles.Operator);
        var person = await _app.AdmitAsync("waiting");
        await one.Client.Post($"/api/admin/users/{person.UserId}/roles", new { role = Roles.Finance }).Json();

        var waiting = (await one.Client.GetAsync("/api/admin/users?proposed=true").Json()).Items().ShouldHaveSingleItem();
        var details = await one.Client.GetAsync($"/api/admin/users/{person.UserId}").Json();

        waiting.Text("userId").ShouldBe(person.UserId);
        details.GetProperty("person").GetProperty("proposals")[0].Text("proposedBy").ShouldBe(one.UserId);
    }
}
