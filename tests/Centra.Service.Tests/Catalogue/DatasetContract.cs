using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Centra.Datasets;
using Centra.Synthetic;

namespace Centra.Service.Tests.Catalogue;

/// <summary>On SQLite.</summary>
public sealed class DatasetTests(SharedApp shared) : DatasetContract(shared), IClassFixture<SharedApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresDatasetTests(PostgresSharedApp shared) : DatasetContract(shared), IClassFixture<PostgresSharedApp>;

/// <summary>The catalogue.</summary>
public abstract class DatasetContract(SharedApp shared)
{
    private static readonly string[] AnyResearch = ["DUO:0000042"];
    private static readonly string[] NoCode = ["DUO:1"];
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Catalogue_IsPublic_AndSaysWhereToGo()
    {
        var items = (await _app.Anonymous.GetAsync("/public/datasets").Json()).Items().ToDictionary(item => item.Text("datasetId"));

        items["cancerlinq"].Text("outsideAddress").ShouldStartWith("https://");
        items["tapur"].Text("standing").ShouldBe("coming");
        var abstracts = await _app.Anonymous.GetAsync("/public/datasets/meeting-abstracts").Json();
        abstracts.Text("usePolicy").ShouldNotBeEmpty();
        abstracts.GetProperty("uses")[0].Text("name").ShouldBe("General research use");
        await _app.Anonymous.GetAsync("/public/datasets/none-such").ShouldRefuse(HttpStatusCode.NotFound, nameof(DatasetRefusal.DatasetNotFound));
    }

    [Fact]
    public async Task Catalogue_IsSearched_ByTheBeginningsOfWords()
    {
        async Task<string[]> FindAsync(string query) => [.. (await _app.Anonymous.GetAsync($"/public/datasets?{query}").Json()).Items().Select(item => item.Text("datasetId"))];

        (await FindAsync("words=MEETING%20abstr")).ShouldBe(["meeting-abstracts"]);
        (await FindAsync("words=meeting%20tapur")).ShouldBeEmpty();
        var all = await FindAsync("");
        (await FindAsync($"words=&limit=1&after={all[0]}")).ShouldBe([all[1]]);
        (await FindAsync("words=abstracts&after=meeting-abstracts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Version_IsUploaded_AndItsCohortsAreCounted()
    {
        var (steward, applicant) = (await _app.As(Roles.DataSteward), await _app.As(Roles.Applicant));
        var dataset = await UploadAsync(steward.Client, "practice-census", SyntheticRows.PracticeCensus(500, 7)).Json();

        dataset.GetProperty("current").GetProperty("rows").GetInt64().ShouldBe(500);
        var count = await applicant.Client.Post("/api/datasets/practice-census/cohort-counts", new { facets = new { region = "south" } }).Json();
        (count.GetProperty("rounded").GetInt64() % 10).ShouldBe(0);
        count.GetProperty("leftToday").GetInt32().ShouldBe(CohortRules.MostPerDay - 1);
        await applicant.Client.Post("/api/datasets/practice-census/cohort-counts", new { facets = new { region = "moon" } }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(DatasetRefusal.FacetIsWrong));
        var events = await (await _app.As(Roles.Auditor)).Client.GetAsync($"/api/audit?stream=cohorts/{applicant.UserId}").Json();
        events.Items().ShouldHaveSingleItem().Text("type").ShouldBe("CohortCounted");
    }

    [Fact]
    public async Task Version_ThatDoesNotFit_IsRefused()
    {
        var steward = await _app.As(Roles.DataSteward);

        await UploadAsync(steward.Client, "qopi", "a,b\n1,2\n").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(DatasetRefusal.ColumnsAreNotOfTheDictionary));
        await UploadAsync(steward.Client, "tapur", "a,b\n1,2\n").ShouldRefuse(HttpStatusCode.Conflict, nameof(DatasetRefusal.DictionaryIsMissing));
        await UploadAsync(steward.Client, "none-such", "a,b\n1,2\n").ShouldRefuse(HttpStatusCode.NotFound, nameof(DatasetRefusal.DatasetNotFound));
    }

    [Fact]
    public async Task Steward_ListsADataset_AndTheFieldsThatAreWrongAreNamed()
    {
        var steward = await _app.As(Roles.DataSteward);
        var body = new
        {
            id = "workforce", title = "Workforce", summary = "Who works where.", description = "Counts.", source = "Members.", sensitivity = "confidential", useCodes = AnyResearch, priceLine = "survey",
        };

        (await steward.Client.Post("/api/datasets", body).Json()).Text("standing").ShouldBe("notRequestable");
        await steward.Client.Post("/api/datasets", body).ShouldRefuse(HttpStatusCode.Conflict, nameof(DatasetRefusal.DatasetIsListedAlready));
        var problem = await steward.Client.Post("/api/datasets", new { id = "x y", useCodes = NoCode }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(DatasetRefusal.DatasetDocumentIsWrong));
        problem.Text("detail").ShouldContain("id needs a key");
        await PutAsync(steward.Client, "workforce/use", """{"standing":"requestable","committeeId":"nobody","usePolicy":"Research."}""").ShouldRefuse(HttpStatusCode.Conflict, nameof(DatasetRefusal.CommitteeIsMissing));
        (await PutAsync(steward.Client, "workforce/use", """{"standing":"requestable","committeeId":"information-sharing","usePolicy":"Research."}""").Json()).Text("standing").ShouldBe("requestable");
    }

    [Fact]
    public async Task Question_ReachesTheSteward_AndItsAnswerComesBack()
    {
        var (steward, applicant) = (await _app.As(Roles.DataSteward), await _app.As(Roles.Applicant));
        await applicant.Client.Post("/api/datasets/medite/questions", new { text = "Which years?" }).Json();
        var question = (await steward.Client.GetAsync("/api/datasets/questions?dataset=medite&answered=false").Json()).Items().ShouldHaveSingleItem();

        await steward.Client.Post($"/api/datasets/medite/questions/{question.Text("questionId")}/answer", new { text = "Ask for any." }).Json();

        (await applicant.Client.GetAsync("/api/datasets/my-questions").Json()).Items().ShouldHaveSingleItem().Text("answer").ShouldBe("Ask for any.");
    }

    [Fact]
    public async Task Interest_IsKeptForWhatIsToCome()
    {
        var (steward, applicant) = (await _app.As(Roles.DataSteward), await _app.As(Roles.Applicant));

        await applicant.Client.Post("/api/datasets/tapur/interest", new { text = "A study of targets." }).Json();

        (await steward.Client.GetAsync("/api/datasets/interest?dataset=tapur").Json()).Items().Select(item => item.Text("userId")).ShouldContain(applicant.UserId);
        await applicant.Client.Post("/api/datasets/qopi/interest", new { text = "" }).ShouldRefuse(HttpStatusCode.Conflict, nameof(DatasetRefusal.DatasetIsNotComing));
    }

    private static Task<HttpResponseMessage> UploadAsync(HttpClient client, string dataset, string csv)
    {
        var content = new StringContent(csv, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return client.PostAsync($"/api/datasets/{dataset}/versions?note=First", content);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string path, string json) => client.PutAsync($"/api/datasets/{path}", new StringContent(json, Encoding.UTF8, "application/json"));
}
