using System.Net;
using Centra.Access;
using Centra.Practices;

namespace Centra.Service.Tests.Access;

public class OwnPatientTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Practice_SeesItsOwnPatientWhole_ByAHandleThatSaysNothing()
    {
        var practice = await _app.AsPractice("whole");
        await practice.IngestAsync(new Patient("mrn-whole-1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0001"));

        var handle = await practice.HandleAsync("mrn-whole-1");
        var patient = await practice.GetAsync($"/api/patients/{handle}").Json();

        handle.ShouldMatch("^[0-9a-f]{32}$");
        (patient.Text("family"), patient.Text("birthDate"), patient.Text("nationalId")).ShouldBe(("Quarrington", "1961-04-02", "536-11-0001"));
        patient.GetProperty("resource").Text("resourceType").ShouldBe("Patient");
    }

    [Fact]
    public async Task Practice_ReadsRecordsPageByPage()
    {
        var practice = await _app.AsPractice("records");
        await practice.IngestAsync(new Patient("r1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0002"));
        var handle = await practice.HandleAsync("r1");

        var first = await practice.GetAsync($"/api/patients/{handle}/records?limit=1").Json();
        var second = await practice.GetAsync($"/api/patients/{handle}/records?limit=1&after={first.Text("next")}").Json();
        var none = await practice.GetAsync($"/api/patients/{handle}/records?type=Procedure").Json();

        new[] { first, second }.Select(page => page.Items().Single().GetProperty("resource").Text("id")).ShouldBe(["r1-c1", "r1-c2"]);
        none.Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task List_HoldsItsOwnLivePatientsOnly_AndComesAsCsv()
    {
        var (practice, other) = (await _app.AsPractice("lister"), await _app.AsPractice("other"));
        await practice.IngestAsync([.. Enumerable.Range(1, 3).Select(n => new Patient($"l{n}", "=Ottilie", "Quarrington", $"1961-04-0{n}", $"536-11-010{n}"))]);
        await other.IngestAsync(new Patient("o1", "Somebody", "Elsewhere", "1955-05-05", "536-11-0200"));

        var first = await practice.GetAsync("/api/patients?limit=2").Json();
        var second = await practice.GetAsync($"/api/patients?limit=2&after={first.Text("next")}").Json();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/patients") { Headers = { { "Accept", "text/csv" } } };
        var csv = await (await practice.SendAsync(request)).Content.ReadAsStringAsync();

        first.Items().Concat(second.Items()).Select(item => item.Text("patientId")).ShouldBe(["l1", "l2", "l3"]);
        first.Items()[0].GetProperty("records").GetInt64().ShouldBe(2);
        csv.Split("\r\n")[1].ShouldEndWith(",l1,'=Ottilie Quarrington,1961-04-01,2");
    }

    [Fact]
    public async Task Delete_RemovesThePatientWithEverything()
    {
        var practice = await _app.AsPractice("deleter");
        await practice.IngestAsync(new Patient("d1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0003"));
        var handle = await practice.HandleAsync("d1");

        (await practice.DeleteAsync($"/api/patients/{handle}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await practice.GetAsync($"/api/patients/{handle}").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
        await practice.DeleteAsync($"/api/patients/{handle}").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
    }

    [Fact]
    public async Task Patient_OfAnotherPracticeNotThereHeldOrErased_AnswersAlike()
    {
        var (practice, other) = (await _app.AsPractice("alike"), await _app.AsPractice("stranger"));
        var erased = new Patient("e1", "Benedikta", "Oxenforth", "1949-12-24", "536-11-0004");
        var held = new Patient("h1", "Wilhelmina", "Thistlewood", "1958-09-17", "536-11-0005");
        await practice.IngestAsync(erased, held);
        await other.IngestAsync(new Patient("o1", "Somebody", "Elsewhere", "1955-05-05", "536-11-0201"));
        var handles = new[] { await practice.HandleAsync("e1"), await practice.HandleAsync("h1"), await other.HandleAsync("o1"), new string('0', 32), "no-handle" };
        await practice.OptOutAsync(erased).Json();
        await practice.OptOutAsync(held with { Given = "Augusta", NationalId = "" }).Json();

        foreach (var handle in handles)
        {
            await practice.GetAsync($"/api/patients/{handle}").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
            await practice.GetAsync($"/api/patients/{handle}/records").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
            await practice.DeleteAsync($"/api/patients/{handle}").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
        }
        (await practice.GetAsync("/api/patients").Json()).Items().ShouldBeEmpty();
        await practice.Post("/api/patients/find", new { practiceId = "stranger", patientId = "o1" }).ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
    }

    [Fact]
    public async Task Key_WithoutReadScope_SeesNoPatient()
    {
        var practice = await _app.AsPractice("narrow", KeyScopes.Ingest);

        await practice.GetAsync("/api/patients").ShouldRefuse(HttpStatusCode.Forbidden, "NotAllowed");
        await practice.GetAsync($"/api/patients/{new string('0', 32)}").ShouldRefuse(HttpStatusCode.Forbidden, "NotAllowed");
    }
}
