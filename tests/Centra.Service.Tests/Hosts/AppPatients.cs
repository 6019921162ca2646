using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Centra.Service.Tests.Hosts;

/// <summary>Made-up patients, sent as a practice would.</summary>
public static class AppPatients
{
    /// <summary>Sends patients, each with two conditions.</summary>
    public static async Task IngestAsync(this HttpClient practice, params Patient[] patients)
    {
        var job = (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        await SendAsync(practice, job, 1, patients.Select(patient => patient.Line()));
        await practice.Post($"/api/ingest/jobs/{job}/complete", new { phase = "patients", batches = 1 }).Json();
        await SendAsync(practice, job, 2, patients.SelectMany(patient => new[] { patient.Condition(1), patient.Condition(2) }));
        await practice.Post($"/api/ingest/jobs/{job}/complete", new { batches = 2 }).Json();
    }

    /// <summary>Opts a person out.</summary>
    public static Task<HttpResponseMessage> OptOutAsync(this HttpClient practice, Patient patient) => practice.Post("/api/opt-outs", new
    {
        given = new[] { patient.Given },
        family = patient.Family,
        birthDate = patient.BirthDate,
        nationalId = patient.NationalId,
        postalCode = "02139",
        patientIds = new[] { patient.Id },
    });

    /// <summary>A patient's handle, by asking as the practice.</summary>
    public static async Task<string> HandleAsync(this HttpClient practice, string patientId) =>
        (await practice.Post("/api/patients/find", new { patientId }).Json()).Text("handle");

    private static async Task SendAsync(HttpClient practice, string job, int batch, IEnumerable<string> lines)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+ndjson");
        var receipt = await practice.PutAsync($"/api/ingest/jobs/{job}/batches/{batch}", body).Json();
        receipt.GetProperty("counts").GetProperty("rejected").GetInt64().ShouldBe(0, receipt.GetRawText());
    }
}

/// <summary>A made-up patient.</summary>
public sealed record Patient(string Id, string Given, string Family, string BirthDate, string NationalId)
{
    private static readonly string[] Street = ["7 Elm Walk"];

    /// <summary>The FHIR Patient.</summary>
    public string Line() => JsonSerializer.Serialize(new
    {
        resourceType = "Patient",
        id = Id,
        name = new[] { new { use = "official", family = Family, given = new[] { Given } } },
        birthDate = BirthDate,
        gender = "female",
        identifier = new[] { new { system = "http://hl7.org/fhir/sid/us-ssn", value = NationalId } },
        address = new[] { new { use = "home", line = Street, postalCode = "02139" } },
        telecom = new[] { new { system = "phone", use = "home", value = "617-555-0199" } },
    });

    /// <summary>One of the patient's conditions.</summary>
    public string Condition(int number) => JsonSerializer.Serialize(new
    {
        resourceType = "Condition",
        id = $"{Id}-c{number}",
        subject = new { reference = $"Patient/{Id}" },
        code = new { coding = new[] { new { system = "http://snomed.info/sct", code = "254837009" } } },
    });
}
