using Centra.Agreements;
using Centra.Datasets;
using Centra.Housekeeping;
using Centra.Requests;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Requests;

/// <summary>On SQLite.</summary>
public sealed class RequestClockTests() : RequestClockContract(new RequestApp());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresRequestClockTests() : RequestClockContract(new PostgresRequestApp());

/// <summary>What time brings, by the task that runs every minute. Each test sets its own service's clock forward.</summary>
public abstract class RequestClockContract(RequestApp own) : IAsyncLifetime
{
    private RequestCast Cast => own.Cast;

    public ValueTask InitializeAsync() => own.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await own.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Question_NobodyAnswers_IsRemindedOfTwice_ThenTheRequestIsWithdrawn()
    {
        var story = await (await RequestStory.DraftAsync(Cast)).ToCommitteeAsync();
        await story.PostAsync("manager", "questions/q1", new { text = "Which years?", sections = StoryBodies.Sections });
        for (var reminder = 0; reminder < 2; reminder++)
        {
            await PassAsync(TimeSpan.FromDays(20));
            (await story.StageAsync()).ShouldBe("committeeReview");
        }
        await PassAsync(TimeSpan.FromDays(20));
        (await story.StageAsync()).ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Ballot_AtItsDeadline_IsClosedByTheClock()
    {
        var story = await (await (await RequestStory.DraftAsync(Cast)).ToCommitteeAsync()).EvaluatedAsync();
        await PassAsync(TimeSpan.FromDays(16));
        (await story.SeenBy("chair")).GetProperty("review").GetProperty("ballot").Text("standing").ShouldBe("Closed");
    }

    [Fact]
    public async Task BrokenRequests_MoreThanAPageOfThem_KeepNobodyElseWaiting()
    {
        var story = await (await (await RequestStory.DraftAsync(Cast)).ToCommitteeAsync()).EvaluatedAsync();
        await Cast.App.Get<ReadStore>().Database.WriteAsync(Fence.None, BreakAsync);
        await PassAsync(TimeSpan.FromDays(16));
        (await story.SeenBy("chair")).GetProperty("review").GetProperty("ballot").Text("standing").ShouldBe("Closed");
    }

    // Events without a state: what is left when the states of grains were put back from an old copy.
    private static async Task<int> BreakAsync(DbSession session)
    {
        for (var at = 0; at < 250; at++)
        {
            var id = $"broken-{at:000}";
            await session.ExecuteAsync(
                "insert into event (stream, position, type, payload, actor, at, command_id, previous_hash, hash) values ($1, 5, 'DueSet', '{}', 'host', 1, 'c', 'p', 'h')", $"request/{id}");
            await session.ExecuteAsync(
                "insert into request (request_id, kind, title, stage, stage_since, ball, created_at, institution_id, investigator_id, investigator, is_sealed, open_questions, due_at, agreement_version, words) "
                + "values ($1, 'Original', 'Broken', 'Contracting', 1, 'finance', 1, 'i', 'u', 'Nobody', 0, 0, 1, 0, '')", id);
        }
        return 250;
    }

    [Fact]
    public async Task Agreement_NobodySigns_Lapses()
    {
        var story = await (await RequestStory.DraftAsync(Cast)).ToAgreementAsync();
        await PassAsync(TimeSpan.FromDays(92));
        (await story.StageAsync()).ShouldBe("declined");
        (await Cast["manager"].Client.GetAsync($"/api/agreements/{story.Id}").Json()).Text("standing").ShouldBe("lapsed");
    }

    [Fact]
    public async Task Agreement_TheInstitutionSigned_WaitsForTheSociety_AndEndsWithTheRequest()
    {
        var story = await (await RequestStory.DraftAsync(Cast)).ToAgreementAsync();
        await story.SignAsync("official", "agreement/sign");
        await PassAsync(TimeSpan.FromDays(92));
        (await story.StageAsync()).ShouldBe("contracting");
        (await story.SeenBy("manager")).Text("ball").ShouldBe("society signatory");

        await story.PostAsync("pi", "withdraw", new { reason = "No funds." });
        (await Cast["manager"].Client.GetAsync($"/api/agreements/{story.Id}").Json()).Text("standing").ShouldBe("ended");
    }

    // The agreement was written, and neither the request's own record nor, when it ended, the agreement's.
    [Fact]
    public async Task Offer_LeftOpenByACrash_EndsWithTheNextSweep()
    {
        var story = await (await (await RequestStory.DraftAsync(Cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.DecidedAsync();
        await story.PostAsync("pi", "withdraw", new { reason = "No funds." });
        var agreement = Cast.App.Grain<IAgreementGrain>($"agreement/{story.Id}");
        (await agreement.Handle(Cast.App.Command(Cast["manager"].UserId), new IssueAgreement(Content(story.Id)))).Refusal.ShouldBeNull();

        await PassAsync(TimeSpan.FromMinutes(1));
        (await agreement.View()).Value!.Standing.ShouldBe(AgreementStanding.Ended);
    }

    private AgreementContent Content(string requestId) => new(
        requestId, "A study", "To see.", "the Society", new AgreementInstitution(Cast.Ror, "North", "US"), new AgreementPerson("Ada Stone", "principal investigator", Cast.Ror), [],
        [new AgreementDataset(RequestCast.Dataset, "Abstracts", 1, Sensitivity.Confidential, ["year"], "All")], [], new AgreementCost(1, [new AgreementCostLine("Work", 10m)], 10m, "USD"),
        1, 24, DateOnly.FromDateTime(Cast.App.Clock.GetUtcNow().UtcDateTime).AddDays(30), "America/New_York", "Cleo Hart");

    [Fact]
    public async Task Term_Ends_AndAccessWithIt_AndARenewalTakesItsPlace()
    {
        var story = await RequestStory.ActiveAsync(Cast);
        await Begin("renewal", story).ShouldRefuse(nameof(DataRequestRefusal.RenewalIsNotPossibleNow));
        await PassAsync(TimeSpan.FromDays(731));
        (await story.StageAsync()).ShouldBe("expired");
        await Cast["pi"].Client.GetAsync($"/api/releases/{story.Id}/files/manifest.json/link").ShouldRefuse(nameof(DataRequestRefusal.StageDoesNotAllowThis));

        await Cast.VerifyAsync("official", Cast.Ror);
        var renewal = await ChildAsync("renewal", story);
        await renewal.ToActiveAsync();

        (await story.SeenBy("pi")).Text("supersededBy").ShouldBe(renewal.Id);
        (await story.StageAsync()).ShouldBe("closed");
    }

    [Fact]
    public async Task Amendment_InForce_TakesTheParentsPlace_AndTheParentHoldsUntilThen()
    {
        var story = await RequestStory.ActiveAsync(Cast);
        var amendment = await ChildAsync("amendment", story);
        (await story.StageAsync()).ShouldBe("active");

        await amendment.ToActiveAsync();

        (await story.SeenBy("pi")).Text("supersededBy").ShouldBe(amendment.Id);
        (await amendment.StageAsync()).ShouldBe("active");
    }

    private async Task<RequestStory> ChildAsync(string kind, RequestStory parent)
    {
        var child = new RequestStory(Cast, (await Begin(kind, parent).Json()).Text("requestId"));
        return await (await child.ToAgreementAsync()).ToFulfilmentAsync();
    }

    private Task<HttpResponseMessage> Begin(string kind, RequestStory parent) =>
        Cast["pi"].Client.Post("/api/requests", new { title = "The next one", institutionId = Cast.Ror, name = "Ada Stone", kind, parentId = parent.Id });

    private async Task PassAsync(TimeSpan time)
    {
        Cast.App.Clock.Advance(time);
        await using var scope = Cast.App.Scope();
        await scope.ServiceProvider.GetServices<IHousekeepingTask>().Single(task => task.Name == "request-clock").RunAsync();
        await Cast.AgainAsync();
    }
}
