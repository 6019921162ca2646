namespace Centra.Service.Tests.Access;

/// <summary>Everything that people and access read and write, once on PostgreSQL.</summary>
public class PostgresStoryTests
{
    [Fact]
    public async Task LooksDisclosuresPeopleAndAudit_OnPostgres_AnswerAsOnSqlite()
    {
        if (await PrivatePostgres.TryStartAsync() is not { } server)
        {
            Assert.Skip(PrivatePostgres.Absence);
            return;
        }
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path, (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync()));
        var practice = await app.AsPractice("north");
        var patient = new Patient("p1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0801");
        await practice.IngestAsync(patient, new Patient("p2", "Berenike", "Marchbanks", "1971-11-30", "536-11-0802"));
        await LookAsync(app, practice);
        await DiscloseAsync(app, practice, patient);
        await ListAsync(app);
    }

    private static async Task LookAsync(ServiceApp app, HttpClient practice)
    {
        var steward = await app.AsLooker(Roles.DataSteward, "data-quality");
        var handle = await practice.HandleAsync("p1");
        (await practice.GetAsync("/api/patients?limit=1").Json()).Items().Single().GetProperty("records").GetInt64().ShouldBe(2);
        (await steward.Client.GetAsync($"/api/patients/{handle}/records?purpose=data-quality&type=Condition").Json()).Items().Count.ShouldBe(2);
        var glass = (await steward.Client.Post("/api/looks/break-glass", new { purpose = "incident", reason = "A patient is in danger." }).Json()).Text("breakGlassId");
        await steward.Client.GetAsync($"/api/patients/{handle}?purpose=incident&breakGlass={glass}").Json();
        var officer = await app.As(Roles.PrivacyOfficer);
        (await officer.Client.GetAsync($"/api/looks?patient={handle}&breakGlass={glass}").Json()).Items().ShouldHaveSingleItem();
        (await officer.Client.GetAsync("/api/looks?limit=2").Json()).Has("next").ShouldBeTrue();
        (await officer.Client.GetAsync("/api/looks/break-glass?state=open").Json()).Items().ShouldHaveSingleItem();
        (await officer.Client.GetAsync($"/api/looks/break-glass?after={glass}").Json()).Items().ShouldBeEmpty();
        (await officer.Client.GetAsync("/api/looks/grants").Json()).Items().ShouldHaveSingleItem();
        (await officer.Client.GetAsync("/api/alarms").Json()).Items().ShouldHaveSingleItem();
    }

    private static async Task DiscloseAsync(ServiceApp app, HttpClient practice, Patient patient)
    {
        var (one, two) = (await app.As(Roles.PrivacyOfficer), await app.As(Roles.PrivacyOfficer));
        var id = (await one.Client.Post("/api/disclosures", new
        {
            practiceId = "north", patientId = "p1", recipient = "Probate court", purpose = "Case 12", basis = "law", orderSha256 = new string('b', 64), what = "Diagnoses", types = Conditions,
        }).Json()).Text("disclosureId");
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();
        (await one.Client.Post($"/api/disclosures/{id}/deliver").Json()).GetProperty("records").GetArrayLength().ShouldBe(2);
        await practice.OptOutAsync(patient).Json();
        (await one.Client.Post("/api/disclosures/accounting", new { nationalId = patient.NationalId }).Json()).GetProperty("disclosures").GetArrayLength().ShouldBe(1);
        (await one.Client.GetAsync("/api/disclosures?limit=1").Json()).Items().ShouldHaveSingleItem();
    }

    private static async Task ListAsync(ServiceApp app)
    {
        var (one, auditor) = (await app.As(Roles.Operator), await app.As(Roles.Auditor));
        foreach (var sort in new[] { "email", "name", "created" })
        {
            var first = await one.Client.GetAsync($"/api/admin/users?sort={sort}&limit=3").Json();
            (await one.Client.GetAsync($"/api/admin/users?sort={sort}&after={first.Text("next")}").Json()).Items().ShouldNotBeEmpty();
        }
        (await one.Client.GetAsync("/api/admin/users?role=Operator&standing=active").Json()).Items().ShouldHaveSingleItem();
        foreach (var sort in new[] { "at", "-at" })
        {
            var first = await auditor.Client.GetAsync($"/api/audit?stream=practice/&sort={sort}&limit=2").Json();
            (await auditor.Client.GetAsync($"/api/audit?stream=practice/&sort={sort}&after={first.Text("next")}").Json()).Items().ShouldNotBeEmpty();
        }
        (await auditor.Client.GetAsync("/api/audit/sign-ins?limit=1").Json()).Items().ShouldHaveSingleItem();
    }

    private static readonly string[] Conditions = ["Condition"];
}
