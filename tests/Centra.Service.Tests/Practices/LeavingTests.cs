using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Centra.Consent;
using Centra.Housekeeping;
using Centra.Practices;
using Centra.Storage;

namespace Centra.Service.Tests.Practices;

public class LeavingTests
{
    private static readonly Patient Ottilie = new("mrn-1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0600");
    private static readonly Patient Berenike = new("mrn-2", "Berenike", "Marchbanks", "1971-11-30", "536-11-0601");
    private static readonly Patient Augusta = new("mrn-3", "Augusta", "Thistlewood", "1949-02-11", "536-11-0602");

    [Fact]
    public async Task Leaving_RevokesKeysAndOffersAnExport_WhichIsRecordedAsLooks()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var practice = await app.AsPractice("north");
        await practice.IngestAsync(Ottilie, Berenike, Augusta);
        await practice.OptOutAsync(Augusta).Json();
        var (agent, officer) = (await app.AsAgent("north"), await app.As(Roles.PrivacyOfficer));
        await agent.Client.GetAsync("/api/practices/north/export").ShouldRefuse(HttpStatusCode.Conflict, nameof(PracticeRefusal.PracticeIsNotLeaving));

        await officer.Client.Post("/api/practices/north/leave").Json();

        await practice.GetAsync("/api/patients").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        var overview = await agent.Client.GetAsync("/api/practices/north/export").Json();
        overview.GetProperty("types").EnumerateArray().Select(type => $"{type.Text("type")} {type.GetProperty("count")}").ShouldBe(["Condition 4", "Patient 2"]);
        (await LinesAsync(agent, "Patient")).Select(line => line.Text("id")).ShouldBe(["mrn-1", "mrn-2"]);
        (await LinesAsync(agent, "Condition")).Select(line => line.Text("id")).ShouldBe(["mrn-1-c1", "mrn-1-c2", "mrn-2-c1", "mrn-2-c2"], ignoreOrder: true);
        await agent.Client.GetAsync("/api/practices/north/export/Observation").ShouldRefuse(HttpStatusCode.NotFound, nameof(PracticeRefusal.NothingOfThisType));
        var looks = (await officer.Client.GetAsync("/api/looks?purpose=own-export").Json()).Items();
        looks.Select(look => (look.Text("who"), look.Text("fields"))).ShouldBe(
            [(agent.UserId, "records"), (agent.UserId, "records"), (agent.UserId, "resource"), (agent.UserId, "resource")]);
    }

    [Fact]
    public async Task Export_HasThePracticesOwnReferenceDataToo_AndTheirErasureIsCertified()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var practice = await app.AsPractice("north");
        var job = (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        using var body = new StringContent("""{"resourceType":"Organization","id":"org-1","name":"North Oncology"}""", System.Text.Encoding.UTF8, "application/fhir+ndjson");
        await practice.PutAsync($"/api/ingest/jobs/{job}/batches/1", body).Json();
        var (agent, officer) = (await app.AsAgent("north"), await app.As(Roles.PrivacyOfficer));
        await officer.Client.Post("/api/practices/north/leave").Json();

        (await LinesAsync(agent, "Organization")).ShouldHaveSingleItem().Text("name").ShouldBe("North Oncology");
        await DepartAsync(app, TimeSpan.FromDays(15));

        var certificate = await (await app.AgainAsync(officer)).Client.GetAsync("/api/practices/north/erasure-certificate").Json();
        (certificate.GetProperty("referenceRecordsErased").GetInt64(), certificate.GetProperty("patientsErased").GetInt64()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Export_IsForThePracticesOwnPeople()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        await (await app.AsPractice("north")).IngestAsync(Ottilie);
        var (stranger, officer) = (await app.AsAgent("south"), await app.As(Roles.PrivacyOfficer));
        await officer.Client.Post("/api/practices/north/leave").Json();

        foreach (var path in new[] { "", "/Patient" })
        {
            await stranger.Client.GetAsync($"/api/practices/north/export{path}").ShouldRefuse(HttpStatusCode.NotFound, nameof(PracticeRefusal.PracticeNotFound));
            await officer.Client.GetAsync($"/api/practices/north/export{path}").ShouldRefuse(HttpStatusCode.Forbidden, "NotAllowed");
        }
        (await officer.Client.GetAsync("/api/looks?purpose=own-export").Json()).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_WithoutARecordOfTheLook_GivesNothing()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        await (await app.AsPractice("north")).IngestAsync(Ottilie);
        var (agent, officer) = (await app.AsAgent("north"), await app.As(Roles.PrivacyOfficer));
        await officer.Client.Post("/api/practices/north/leave").Json();
        await app.Get<Vault>().Database.WriteAsync(Fence.None, session => session.ExecuteAsync("alter table look rename to look_gone"));

        using var answer = await agent.Client.GetAsync("/api/practices/north/export/Patient");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Quarrington");
    }

    [Fact]
    public async Task Left_NothingIdentifiableIsStored_AndTheCertificateSaysSo()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var practice = await app.AsPractice("north");
        await practice.IngestAsync(Ottilie, Berenike, Augusta);
        var optOut = (await practice.OptOutAsync(Augusta).Json()).Text("optOutId");
        await (await app.AsPractice("south")).IngestAsync(Ottilie);
        var (agent, officer) = (await app.AsAgent("north"), await app.As(Roles.PrivacyOfficer));
        await officer.Client.Post("/api/practices/north/leave").Json();
        await agent.Client.GetAsync("/api/practices/north/erasure-certificate").ShouldRefuse(HttpStatusCode.NotFound, nameof(PracticeRefusal.CertificateNotFound));

        (await DepartAsync(app, TimeSpan.FromDays(13))).ShouldBe(0);
        (await DepartAsync(app, TimeSpan.FromDays(2))).ShouldBe(1);

        agent = await app.AgainAsync(agent);
        var certificate = (await agent.Client.GetAsync("/api/practices/north/erasure-certificate").Json()).Deserialize<ErasureCertificate>(JsonSerializerOptions.Web)!;
        (certificate.PracticeId, certificate.PatientsErased, certificate.RecordsErased).ShouldBe(("north", 2, 6));
        using var key = ECDsa.Create();
        key.ImportFromPem(await app.Anonymous.GetStringAsync("/public/receipt-key"));
        ReceiptCheck.IsGenuine(certificate, key).ShouldBeTrue();
        (await StoredAsync(app, "north"), await StoredAsync(app, "south")).ShouldBe((0, 1));
        (await agent.Client.GetAsync($"/api/opt-outs/{optOut}/receipt").Json()).Has("signature").ShouldBeTrue();
        (await DepartAsync(app, TimeSpan.FromDays(1))).ShouldBe(0);
    }

    [Fact]
    public async Task Erasure_CutOffAndRunAgain_CountsEverythingOnce()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        await (await app.AsPractice("north")).IngestAsync(Ottilie, Berenike);
        var erasure = app.Get<PracticeErasure>();
        var database = app.Get<Vault>().Database;
        // What an earlier run left: one patient erased and counted, its key and rows not yet swept.
        await database.WriteAsync(Fence.Shared, async session =>
        {
            var row = (await Patients.OfPracticeAsync(session, "north", 1)).Single();
            await new DepartureTally(1, await app.Get<Gate.Erasing>().EraseAsync(session, row, rowsAtOnce: 1), 0).AddAsync(session, "north");
            return true;
        });

        var certificate = await erasure.RunAsync("north", app.Clock.GetUtcNow());

        (certificate.PatientsErased, certificate.RecordsErased).ShouldBe((2, 6));
        (await StoredAsync(app, "north")).ShouldBe(0);
        (await database.ReadAsync(session => session.NumberAsync("select count(*) from resource"))).ShouldBe(0);
    }

    [Fact]
    public void Certificate_WithAnyFieldChanged_IsNotGenuine()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var at = DateTimeOffset.UnixEpoch;
        var named = new ErasureCertificate("certificate-1", "north", at, at.AddDays(15), 3, 9, 1, "All of it.", "Opt-outs.", "1970-02-20", ReceiptCheck.KeyIdOf(key), "");
        var genuine = named with { Signature = Convert.ToBase64String(key.SignData(System.Text.Encoding.UTF8.GetBytes(named.SignedText()), HashAlgorithmName.SHA256)) };

        ErasureCertificate[] changed =
        [
            genuine with { CertificateId = "x" }, genuine with { PracticeId = "south" }, genuine with { LeavingBegunAt = at.AddMilliseconds(1) }, genuine with { ErasedAt = at },
            genuine with { PatientsErased = 4 }, genuine with { RecordsErased = 10 }, genuine with { ReferenceRecordsErased = 0 }, genuine with { Covers = "" },
            genuine with { Keeps = "" }, genuine with { BackupsUnreadableBy = "1970-02-19" }, genuine with { KeyId = "0" }, genuine with { Signature = "" },
        ];

        ReceiptCheck.IsGenuine(genuine, key).ShouldBeTrue();
        changed.ShouldAllBe(one => !ReceiptCheck.IsGenuine(one, key));
        typeof(ErasureCertificate).GetProperties().Length.ShouldBe(changed.Length, "a new field has to be signed, and changed here");
    }

    private static Task<int> DepartAsync(ServiceApp app, TimeSpan later)
    {
        app.Clock.Advance(later);
        return app.Grain<IHousekeepingGrain>("housekeeping/departures").Run();
    }

    private static async Task<List<JsonElement>> LinesAsync(Person agent, string type)
    {
        using var answer = await agent.Client.GetAsync($"/api/practices/north/export/{type}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/fhir+ndjson");
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static Task<long> StoredAsync(ServiceApp app, string practice) =>
        app.Get<Vault>().Database.ReadAsync(session => session.NumberAsync("select count(*) from patient where practice_id = $1", practice));
}
