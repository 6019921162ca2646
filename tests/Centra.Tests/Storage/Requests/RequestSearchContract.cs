using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

public sealed class SqliteRequestSearchTests : RequestSearchContract<SqliteKind>;

public sealed class PostgresRequestSearchTests : RequestSearchContract<PostgresKind>;

/// <summary>Requests are found by words, however these are written, on each database alike.</summary>
public abstract class RequestSearchContract<TKind>() : StorageContract<TKind>("read")
    where TKind : DatabaseKind, new()
{
    [Theory]
    [InlineData("lung", true)]
    [InlineData("LUNG cancer", true)]
    [InlineData("cancer lung", true)]
    [InlineData("lung canc", true)]
    [InlineData("canc lung", false)]
    [InlineData("lung stomach", false)]
    [InlineData("zurich", true)]
    [InlineData("Zürich", true)]
    [InlineData("Zu\u0308r", true)]
    [InlineData("obrien", true)]
    [InlineData("O'Brien", true)]
    [InlineData("O’BRI", true)]
    [InlineData("pd-1", true)]
    [InlineData("pd 1", true)]
    [InlineData("langstrasse", true)]
    [InlineData("lukasz", true)]
    [InlineData("r7", true)]
    [InlineData("ung", false)]
    public async Task Words_AsSomebodyWritesThem_FindTheRequestThatHasThemAll(string asked, bool isFound)
    {
        await Database.ListAsync(ListedRequests.Row("r7", "Anti-PD-1 in LUNG cancer: Zürich, Langstraße", "Łukasz O'Brien"));
        await Database.ListAsync(ListedRequests.Row("r8", "Survey of practices"));

        (await FoundAsync(asked)).ShouldBe(isFound ? ["r7"] : []);
    }

    [Theory]
    [InlineData("lung\"")]
    [InlineData("\"lung")]
    [InlineData("lung*")]
    [InlineData("*lung")]
    [InlineData("lung'")]
    [InlineData("(lung")]
    [InlineData("lung)) --")]
    [InlineData("lung:*")]
    [InlineData("^lung")]
    [InlineData("-lung")]
    [InlineData("!lung & |")]
    [InlineData("{lung} +")]
    [InlineData("lung\\")]
    [InlineData("lung%_")]
    [InlineData("lung; drop table request")]
    [InlineData("words:lung")]
    [InlineData("lung\0")]
    [InlineData("lung \ud800")]
    [InlineData("§in lung")]
    public async Task Signs_OfAnySyntax_AreNoSyntax(string asked)
    {
        await Database.ListAsync(ListedRequests.Row("r7", "in words lung drop table request cancer"));

        (await FoundAsync(asked)).ShouldBe(["r7"]);
    }

    [Theory]
    [InlineData("lung OR stomach")]
    [InlineData("NOT lung")]
    [InlineData("lung AND cancer")]
    [InlineData("NEAR(lung cancer)")]
    public async Task Operators_AreWordsLikeOthers(string asked)
    {
        await Database.ListAsync(ListedRequests.Row("r7", "lung cancer"));

        (await FoundAsync(asked)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("***")]
    [InlineData("\"\" ()")]
    [InlineData("   ")]
    [InlineData("'")]
    public async Task NoWordAtAll_AsksForNothing(string asked)
    {
        await Database.ListAsync(ListedRequests.Row("r7", "lung cancer"));

        (await FoundAsync(asked)).ShouldBe(["r7"]);
    }

    [Fact]
    public async Task Words_OfGreatLength_AreHarmless()
    {
        await Database.ListAsync(ListedRequests.Row("r7", new string('a', 300)));

        (await FoundAsync(new string('a', 5_000))).ShouldBe(["r7"]);
        (await FoundAsync(string.Join(' ', Enumerable.Range(0, 5_000)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Title_ThatLooksLikeAMark_IsNoMark()
    {
        var mark = RequestMarks.User("spy");
        await Database.ListAsync(ListedRequests.Row("r7", $"{mark} {RequestMarks.HandedIn}", stage: "Draft"));

        (await Database.IdsAsync(new RequestFilter("spy", IsInside: true))).ShouldBeEmpty();
    }

    private Task<string[]> FoundAsync(string asked) => Database.IdsAsync(new RequestFilter("manager", IsInside: true) { Words = asked });
}
