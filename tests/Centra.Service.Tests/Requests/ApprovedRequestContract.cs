using Centra.Storage;

namespace Centra.Service.Tests.Requests;

/// <summary>On SQLite.</summary>
public sealed class ApprovedRequestTests(SharedApp shared) : ApprovedRequestContract(shared), IClassFixture<SharedApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresApprovedRequestTests(PostgresSharedApp shared) : ApprovedRequestContract(shared), IClassFixture<PostgresSharedApp>;

/// <summary>The public register of approved requests: after the notice only, and of people only the investigator.</summary>
public abstract class ApprovedRequestContract(SharedApp shared)
{
    private readonly ServiceApp _app = shared.App;
    private long _place;

    [Fact]
    public async Task Register_HasWhatWasApprovedAndTold_AndNothingElse()
    {
        await AddAsync("told", "Contracting", notifiedAt: 1_700_000_000_000);
        await AddAsync("untold", "CommitteeReview", notifiedAt: null);
        await AddAsync("again", "CommitteeReview", notifiedAt: 1_700_000_000_000);

        var json = await (await _app.Anonymous.GetAsync("/public/requests")).Content.ReadAsStringAsync();
        var page = await (await _app.Anonymous.GetAsync("/approved-requests")).Content.ReadAsStringAsync();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/public/requests");
        asked.Headers.Accept.ParseAdd("text/csv");
        var csv = await (await _app.Anonymous.SendAsync(asked)).Content.ReadAsStringAsync();

        foreach (var text in new[] { json, page, csv })
        {
            text.ShouldContain("Title of told");
            text.ShouldContain("Abstracts");
            text.ShouldNotContain("Title of untold");
            text.ShouldNotContain("Title of again");
            text.ShouldNotContain("user-1");
        }
    }

    [Fact]
    public async Task Notifications_AreOnesOwn()
    {
        var (mine, other) = (await _app.As(Roles.Applicant), await _app.As(Roles.Applicant));
        await SqlAsync("insert into message (message_id, notification_id, user_id, request_id, template, command_id, subject, body, at, attempts) values ('m1', 'n1', $1, 'r', 't', '', 'It is there', 'b', 1, 0)", mine.UserId);

        (await (await mine.Client.GetAsync("/api/notifications")).Content.ReadAsStringAsync()).ShouldContain("It is there");
        (await (await other.Client.GetAsync("/api/notifications")).Content.ReadAsStringAsync()).ShouldNotContain("It is there");
        (await other.Client.PostAsync("/api/notifications/m1/seen", null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await mine.Client.PostAsync("/api/notifications/m1/seen", null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await (await mine.Client.GetAsync("/api/notifications?seen=false")).Content.ReadAsStringAsync()).ShouldNotContain("It is there");
    }

    private async Task AddAsync(string id, string stage, long? notifiedAt)
    {
        await SqlAsync("insert into request (request_id, kind, title, stage, stage_since, ball, created_at, notified_at, institution_id, investigator_id, investigator, is_sealed, open_questions, agreement_version, words, place) "
            + "values ($1, 'Original', $2, $3, 1, 'manager', 1, $4, 'x', 'user-1', 'Dr. Public', 0, 0, 0, '', $5)", id, $"Title of {id}", stage, notifiedAt, ++_place);
        await SqlAsync("insert into request_dataset (request_id, dataset_id, title, outcome) values ($1, 'abstracts', 'Abstracts', 'Approved')", id);
    }

    private Task SqlAsync(string sql, params object?[] args) => _app.Get<ReadStore>().Database.WriteAsync(Fence.None, session => session.ExecuteAsync(sql, args));
}
