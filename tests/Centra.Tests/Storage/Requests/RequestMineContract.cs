using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

public sealed class SqliteRequestMineTests : RequestMineContract<SqliteKind>;

public sealed class PostgresRequestMineTests : RequestMineContract<PostgresKind>;

/// <summary>What a request is to whoever asks: theirs, reviewed by them, seen to by them, waiting for them.</summary>
public abstract class RequestMineContract<TKind>() : StorageContract<TKind>("read")
    where TKind : DatabaseKind, new()
{
    private static readonly RequestFilter Manager = new("manager", IsInside: true) { Turns = ["manager"] };

    [Theory]
    [InlineData("pi", "applied", "asked", "draft", "active")]
    [InlineData("helper", "applied", "asked")]
    [InlineData("reader", "applied")]
    [InlineData("reader", "review", "voted", "open")]
    [InlineData("reader", "waiting", "open")]
    [InlineData("pi", "waiting", "asked", "draft")]
    [InlineData("helper", "waiting")]
    [InlineData("pi", "nonsense")]
    [InlineData("pi", "manage")]
    public async Task Outsider_IsShownTheirOwn(string who, string mine, params string[] shown)
    {
        await CastAsync();

        (await MineAsync(new RequestFilter(who, IsInside: false), mine)).ShouldBe(shown, ignoreOrder: true);
    }

    [Fact]
    public async Task Role_HasItsTurn_AndAskedTogetherWithAFilterItNarrows()
    {
        await CastAsync();

        (await MineAsync(Manager, RequestMine.Waiting)).ShouldBe(["checked"]);
        (await MineAsync(Manager, RequestMine.Managing)).ShouldBe(["open", "voted"], ignoreOrder: true);
        (await MineAsync(Manager with { Dataset = "abstracts" }, RequestMine.Managing)).ShouldBe(["open"]);
        (await MineAsync(Manager with { Words = "stomach" }, RequestMine.Waiting)).ShouldBeEmpty();
        (await MineAsync(Manager with { Turns = ["finance"] }, RequestMine.Waiting)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("lead", "chair", "decide", "close")]
    [InlineData("second", "chair", "decide", "close")]
    [InlineData("other", "chair")]
    [InlineData("lead", "finance")]
    public async Task Chair_HasTheirTurnInTheirOwnCommittee(string who, string turn, params string[] shown)
    {
        await Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into committee_member (committee_id, user_id, part) values ('board', 'lead', 'chair'), ('board', 'second', 'deputy'), ('elsewhere', 'other', 'chair')"));
        await Database.ListAsync(OfBoard("decide", "chair"), ("a", "Reviewer"));
        await Database.ListAsync(OfBoard("close", "reviewer"), [("a", "Reviewer"), ("b", "Reviewer")], [], [("a", "Evaluated"), ("b", "Evaluated")]);
        await Database.ListAsync(OfBoard("open", "reviewer"), [("a", "Reviewer"), ("b", "Reviewer")], [], [("a", "Evaluated")]);

        (await MineAsync(new RequestFilter(who, IsInside: true) { Turns = [turn] }, RequestMine.Waiting)).ShouldBe(shown, ignoreOrder: true);
    }

    [Fact]
    public async Task SigningOfficial_SeesTheAgreementsOfTheirInstitution_AndWhichWaitForThem()
    {
        await ListAgreementAsync("sign", "signing official", "south");
        await ListAgreementAsync("signed", "finance", "south");
        await ListAgreementAsync("foreign", "signing official", "north");
        await Database.ListAsync(ListedRequests.Row("early", "Lung", institution: "south"));
        var official = new RequestFilter("official", IsInside: false) { Institutions = ["east", "south"] };

        (await Database.IdsAsync(official)).ShouldBe(["sign", "signed"], ignoreOrder: true);
        (await MineAsync(official, RequestMine.Waiting)).ShouldBe(["sign"]);
        (await MineAsync(official with { Institutions = [] }, RequestMine.Waiting)).ShouldBeEmpty();
    }

    private Task<string[]> MineAsync(RequestFilter filter, string mine) => Database.IdsAsync(filter with { Mine = mine });

    private static RequestRow OfBoard(string id, string ball)
    {
        var row = ListedRequests.Row(id, "Lung", stage: "CommitteeReview", ball: ball);
        row.CommitteeId = "board";
        return row;
    }

    private Task ListAgreementAsync(string id, string ball, string institution)
    {
        var row = ListedRequests.Row(id, "Lung", stage: "Contracting", ball: ball, institution: institution);
        row.AgreementVersion = 1;
        return Database.ListAsync(row);
    }

    private async Task CastAsync()
    {
        await Database.ListAsync(ListedRequests.Row("draft", "Lung", stage: "Draft", ball: "applicant"), ("pi", "PrincipalInvestigator"));
        var asked = ListedRequests.Row("asked", "Lung", stage: "Active", ball: "applicant");
        asked.OpenQuestions = 1;
        await Database.ListAsync(asked, ("pi", "Delegate"), ("helper", "Member"));
        await Database.ListAsync(ListedRequests.Row("active", "Lung", stage: "Active", ball: "applicant"), ("pi", "PrincipalInvestigator"));
        await Database.ListAsync(ListedRequests.Row("checked", "Lung"));
        await Database.ListAsync(ListedRequests.Row("open", "Lung", stage: "CommitteeReview", ball: "reviewer"), [("reader", "Reviewer")], ["abstracts"], [("manager", "Managed")]);
        await Database.ListAsync(ListedRequests.Row("voted", "Lung", stage: "CommitteeReview", ball: "reviewer"), [("reader", "Reviewer")], [], [("manager", "Managed"), ("reader", "Evaluated")]);
    }
}
