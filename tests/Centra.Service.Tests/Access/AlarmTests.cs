using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Centra.Alarms;

namespace Centra.Service.Tests.Access;

public class AlarmTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task WithheldRate_ThatDoubles_RaisesAnAlarm()
    {
        var practice = await _app.AsPractice("rising");
        var (staying, leaving) = (People("Stay", 536_22_0000, 1930, 25), People("Left", 536_33_0000, 1965, 25));
        await OptOutAsync(practice, leaving);

        await practice.IngestAsync(staying);
        (await RungAsync("rising")).ShouldBeEmpty();
        var counts = await SendAsync(practice, leaving);
        counts.GetProperty("suppressed").GetInt64().ShouldBe(25, counts.GetRawText());

        var alarm = (await RungAsync("rising")).ShouldHaveSingleItem();
        alarm.Text("kind").ShouldBe(nameof(AlarmKind.WithheldRateDoubled));
        alarm.Text("text").ShouldContain("25 of 25 lines");
    }

    [Fact]
    public async Task WithheldRate_ThatStaysAsItWas_RaisesNone()
    {
        var practice = await _app.AsPractice("steady");
        var leaving = People("Gone", 536_44_0000, 1965, 25);
        await OptOutAsync(practice, leaving);

        await SendAsync(practice, leaving);
        await SendAsync(practice, leaving);

        (await RungAsync("steady")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ScreenedVariants_OfOnePersonWhoOptedOut_RaiseAnAlarmOnce()
    {
        var practice = await _app.AsPractice("probing");
        var person = new Patient("p", "Ottilie", "Quarrington", "1961-04-02", "536-55-0001");
        await practice.OptOutAsync(person).Json();

        await ScreenAsync(practice, Enumerable.Range(1, 12).Select(n => person with { Given = $"Ottilie {(char)('A' + n)}" }));
        (await RungAsync("probing")).ShouldBeEmpty();
        await ScreenAsync(practice, Enumerable.Range(13, 6).Select(n => person with { Given = $"Ottilie {(char)('A' + n)}" }));

        var alarm = (await RungAsync("probing")).ShouldHaveSingleItem();
        alarm.Text("kind").ShouldBe(nameof(AlarmKind.IdentityIsProbed));
        alarm.GetRawText().ShouldNotContain("Quarrington");
    }

    [Theory]
    [InlineData(Roles.PrivacyOfficer)]
    [InlineData(Roles.Operator)]
    public async Task Alarm_Acknowledged_SaysByWhom_AndTheFirstStands(string role)
    {
        await _app.Get<AlarmBell>().RingAsync(AlarmKind.IdentityIsProbed, $"seen-by-{role}", "Look at this.");
        var (first, second) = (await _app.As(role), await _app.As(role));
        var id = (await RungAsync($"seen-by-{role}")).Single().Text("alarmId");

        (await first.Client.GetAsync($"/api/alarms/{id}").Json()).Has("seenBy").ShouldBeFalse();
        await first.Client.Post($"/api/alarms/{id}/seen").Json();
        var again = await second.Client.Post($"/api/alarms/{id}/seen").Json();

        again.Text("seenBy").ShouldBe(first.UserId);
        (await first.Client.GetAsync($"/api/alarms?practice=seen-by-{role}&seen=false").Json()).Items().ShouldBeEmpty();
        (await first.Client.GetAsync($"/api/alarms?practice=seen-by-{role}&seen=true").Json()).Items().ShouldHaveSingleItem();
        await first.Client.Post("/api/alarms/none/seen").ShouldRefuse(HttpStatusCode.NotFound, nameof(AlarmRefusal.AlarmNotFound));
    }

    [Fact]
    public async Task Alarms_PageByPage_EachOnce()
    {
        foreach (var number in Enumerable.Range(1, 5))
            await _app.Get<AlarmBell>().RingAsync(AlarmKind.WithheldRateDoubled, $"page-{number}", "Look at this.");
        var officer = await _app.As(Roles.PrivacyOfficer);
        var (read, next) = (new List<string>(), "");

        while (next is not null)
        {
            var page = await officer.Client.GetAsync($"/api/alarms?kind=WithheldRateDoubled&limit=2{next}").Json();
            read.AddRange(page.Items().Select(item => item.Text("practiceId")));
            next = page.Has("next") ? $"&after={page.Text("next")}" : null;
        }

        read.ShouldBeUnique();
        read.Where(id => id.StartsWith("page-", StringComparison.Ordinal)).Count().ShouldBe(5);
    }

    private static Patient[] People(string family, int firstId, int firstYear, int count) => [.. Enumerable.Range(0, count).Select(n => new Patient(
        $"{family}-{n}", $"{(char)('A' + n)}{family}o", $"{family}ham{(char)('a' + n)}sworth", $"{firstYear + n}-0{1 + n % 9}-1{n % 10}", Ssn(firstId + n)))];

    private static string Ssn(int number) => $"{number / 1_000_000:d3}-{number / 10_000 % 100:d2}-{number % 10_000 + 1:d4}";

    private async Task<List<JsonElement>> RungAsync(string practice) =>
        (await (await _app.As(Roles.PrivacyOfficer)).Client.GetAsync($"/api/alarms?practice={practice}").Json()).Items();

    private static async Task OptOutAsync(HttpClient practice, Patient[] people)
    {
        foreach (var person in people)
            await practice.OptOutAsync(person).Json();
    }

    private static async Task<JsonElement> SendAsync(HttpClient practice, Patient[] people)
    {
        var job = (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        var receipt = await practice.PutAsync($"/api/ingest/jobs/{job}/batches/1", Lines(people)).Json();
        await practice.Post($"/api/ingest/jobs/{job}/complete", new { batches = 1 }).Json();
        return receipt.GetProperty("counts");
    }

    private static async Task ScreenAsync(HttpClient practice, IEnumerable<Patient> people) =>
        (await practice.PostAsync("/api/screen", Lines(people))).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static ByteArrayContent Lines(IEnumerable<Patient> people)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', people.Select(person => person.Line()))));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+ndjson");
        return body;
    }
}
