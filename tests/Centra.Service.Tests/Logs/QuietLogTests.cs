using System.Text;

namespace Centra.Service.Tests.Logs;

/// <summary>A day of the gate, with everything that it logged and stored: nothing of it names a patient in the clear, and no secret stands in the log.</summary>
public class QuietLogTests
{
    private static readonly Patient Canary = new("mrn-kanarie-77", "Zebulonia", "Kanarienvogel", "1953-03-31", "536-99-7711");
    private static readonly string[] Marks = ["kanarie", "Zebulonia", "1953-03-31", "536-99-7711", "536997711", "Elm Walk", "617-555-0199", "02139"];

    [Fact]
    public async Task IngestLooksAndFaults_LogAndFiles_NameNobody()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var practice = await app.AsPractice("north");
        var token = await LookAsync(app, practice);
        await FailAsync(app, practice);
        await practice.OptOutAsync(Canary).Json();

        var log = app.Logs.Text;

        log.ShouldContain("The gate is open");
        foreach (var mark in Marks)
            log.ShouldNotContain(mark, Case.Insensitive, mark);
        foreach (var secret in new[] { token, AppPeople.Password, practice.DefaultRequestHeaders.Authorization!.Parameter! })
            log.Contains(secret, StringComparison.Ordinal).ShouldBeFalse();
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            MarksIn(await ReadAsync(file)).ShouldBeEmpty(Path.GetFileName(file));
    }

    private static IEnumerable<string> MarksIn(string text) => Marks.Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string> LookAsync(ServiceApp app, HttpClient practice)
    {
        await practice.IngestAsync(Canary);
        var steward = await app.AsLooker(Roles.DataSteward, "patient-request");
        var handle = (await steward.Client.Post("/api/patients/find", new { practiceId = "north", patientId = Canary.Id, purpose = "patient-request" }).Json()).Text("handle");
        await steward.Client.GetAsync($"/api/patients/{handle}/records?purpose=patient-request").Json();
        await practice.GetAsync("/api/patients").Json();
        await steward.Client.Post("/api/looks/break-glass", new { purpose = "incident", reason = $"{Canary.Given} {Canary.Family} is at the desk" }).Json();
        return await app.TokenAsync(steward.Email);
    }

    // What clients do wrong names patients too: in a path, in a query, in a body that is no JSON, in a name of a member.
    private static async Task FailAsync(ServiceApp app, HttpClient practice)
    {
        await practice.GetAsync($"/api/patients/{Canary.Id}?purpose={Canary.Family}");
        await practice.GetAsync($"/api/nothing/{Canary.Family}?limit={Canary.NationalId}");
        await practice.GetAsync($"/api/patients?limit={Canary.Family}");
        foreach (var body in new[] { $"{{\"patientId\": {Canary.Family}}}", $"{{\"{Canary.Family}\": {{\"x\": [1", $"{{\"patientId\": {{\"{Canary.Given}\": 1}}}}", Canary.Line() })
        {
            foreach (var path in new[] { "/api/patients/find", "/api/opt-outs", "/api/screen", "/api/disputes", "/api/tokens", "/api/ingest/jobs" })
                await practice.PostAsync(path, new StringContent(body, Encoding.UTF8, path is "/api/screen" ? "application/x-ndjson" : "application/json"));
        }
        await app.SignInAsync(Canary.Family, Canary.NationalId);
        await app.Get<Storage.Vault>().Database.WriteAsync(Storage.Fence.None, session => session.ExecuteAsync("alter table look rename to look_gone"));
        await practice.Post("/api/patients/find", new { patientId = Canary.Id });
        await app.Get<Storage.Vault>().Database.WriteAsync(Storage.Fence.None, session => session.ExecuteAsync("alter table look_gone rename to look"));
    }
}
