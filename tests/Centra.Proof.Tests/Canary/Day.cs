using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Centra.Access;
using Centra.Service.Tests.Hosts;

namespace Centra.Proof.Canary;

/// <summary>A day at the gate: everything that a person's identity can come in by.</summary>
internal sealed class Day(ServiceApp app, HttpClient practice)
{
    private static readonly string[] Types = ["Condition"];

    public async Task RunAsync()
    {
        await LoadAsync();
        await OptOutAsync();
        await ScreenAsync();
        await ReviewAsync();
        await LookAsync();
        await DiscloseAsync();
        var oper = await app.As(Roles.Operator);
        await oper.Client.Post("/api/admin/register/rekey").Json();
        await new Faults(app, practice).RunAsync();
    }

    private async Task LoadAsync()
    {
        var job = (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        await SendAsync($"/api/ingest/jobs/{job}/batches/1", Lines(Cages.Stays.Patient(), Cages.OptsOut.Patient(), Cages.Twin.Patient()), "application/fhir+ndjson", gzip: true);
        await SendAsync($"/api/ingest/jobs/{job}/batches/2", Canary.Csv(Cages.InCsv, Cages.InFile), "text/csv");
        await practice.Post($"/api/ingest/jobs/{job}/complete", new { phase = "patients" }).Json();
        var records = new[] { Cages.Stays, Cages.OptsOut, Cages.InCsv }.SelectMany(one => Enumerable.Range(0, 20).Select(at => one.Condition($"c{at}")));
        // Of nobody that is known, and with a name in the place of an id.
        await SendAsync($"/api/ingest/jobs/{job}/batches/3", Lines([.. records, Cages.NeverHere.Condition("c1"), Cages.Malformed.Condition("c 1"), "{\"x\": " + Cages.Malformed.Patient()]), "application/fhir+ndjson");
        await practice.Post($"/api/ingest/jobs/{job}/complete", new { }).Json();
    }

    private async Task OptOutAsync()
    {
        (await practice.Post("/api/opt-outs", Cages.OptsOut.Form()).Json()).GetProperty("receipt").GetProperty("patientsHeld").GetInt32().ShouldBe(1);
        await SendAsync("/api/opt-outs/batch?preview=true", Lines(JsonSerializer.Serialize(Cages.InFile.Form()), "{"), "application/x-ndjson");
        await SendAsync("/api/opt-outs/batch?confirmCount=2", Canary.Csv(Cages.InFile, Cages.Disputed), "text/csv");
    }

    private async Task ScreenAsync()
    {
        await SendAsync("/api/screen", Lines(JsonSerializer.Serialize(Cages.Screened.Form()), JsonSerializer.Serialize(Cages.OptsOut.Form()), Cages.Malformed.Patient()[..^9]), "application/x-ndjson");
        await SendAsync("/api/screen", Canary.Csv(Cages.Screened), "text/csv");
        await practice.PostAsync("/api/disputes", new StringContent(Cages.Disputed.Patient(), Encoding.UTF8, "application/json")).Json();
    }

    // The twin is shown to an officer and stays; the disputed patient is found to be the one that opted out.
    private async Task ReviewAsync()
    {
        var officer = await app.AsLooker(Roles.PrivacyOfficer, Purposes.MatchingReview);
        foreach (var item in (await officer.Client.GetAsync("/api/review-lane").Json()).Items())
        {
            var shown = await officer.Client.GetAsync($"/api/review-lane/{item.Text("itemId")}/identity").Json();
            await officer.Client.Post($"/api/review-lane/{item.Text("itemId")}/{(shown.Text("family") == Cages.Disputed.Family ? "same" : "someone-else")}").Json();
        }
    }

    private async Task LookAsync()
    {
        var steward = await app.AsLooker(Roles.DataSteward, "patient-request");
        var found = await steward.Client.Post("/api/patients/find", new { practiceId = "north", patientId = Cages.Stays.Id, purpose = "patient-request" }).Json();
        var records = await steward.Client.GetAsync($"/api/patients/{found.Text("handle")}/records?purpose=patient-request").Json();
        records.GetRawText().ShouldContain(Cages.Stays.Note, customMessage: "what is looked for has to be stored");
        (await practice.GetAsync("/api/patients").Json()).GetRawText().ShouldContain(Cages.InCsv.Family);
        await steward.Client.Post("/api/looks/break-glass", new { purpose = "incident", reason = $"{Cages.Stays.GivenName} {Cages.Stays.Family}, {Cages.Stays.BirthDate}, is at the desk" }).Json();
    }

    private async Task DiscloseAsync()
    {
        var (one, two) = await app.AsOfficers();
        var proposed = await one.Client.Post("/api/disclosures", new
        {
            practiceId = "north", patientId = Cages.Stays.Id, recipient = $"The lawyer of {Cages.Stays.Contact} {Cages.Stays.Family}", purpose = $"In re {Cages.Stays.Family}",
            basis = "law", orderSha256 = AppDisclosures.Order, what = $"All about {Cages.Stays.Ssn}", types = Types,
        }).Json();
        await two.Client.Post($"/api/disclosures/{proposed.Text("disclosureId")}/approve").Json();
        await one.Client.Post($"/api/disclosures/{proposed.Text("disclosureId")}/deliver").Json();
        await one.Client.Post("/api/disclosures/accounting?practice=north", Cages.Stays.Form());
    }

    private async Task SendAsync(string path, string text, string type, bool gzip = false)
    {
        using var body = new ByteArrayContent(gzip ? Zip(text) : Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (gzip)
            body.Headers.ContentEncoding.Add("gzip");
        using var answer = path.Contains("/batches/", StringComparison.Ordinal) ? await practice.PutAsync(path, body) : await practice.PostAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path} {await answer.Content.ReadAsStringAsync()}");
    }

    private static byte[] Zip(string text)
    {
        var output = new MemoryStream();
        using (var zip = new GZipStream(output, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return output.ToArray();
    }

    private static string Lines(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
