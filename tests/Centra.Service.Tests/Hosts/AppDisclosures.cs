namespace Centra.Service.Tests.Hosts;

/// <summary>Disclosures as officers make them. The patient is always called c1.</summary>
public static class AppDisclosures
{
    private static readonly string[] Conditions = ["Condition"];

    /// <summary>The digest of an order.</summary>
    public static string Order { get; } = new('b', 64);

    /// <summary>Two officers.</summary>
    public static async Task<(Person One, Person Two)> AsOfficers(this ServiceApp app) => (await app.As(Roles.PrivacyOfficer), await app.As(Roles.PrivacyOfficer));

    /// <summary>A practice with the patient c1.</summary>
    public static async Task<(HttpClient Practice, Patient Patient)> AsPracticeWithPatient(
        this ServiceApp app, string practiceId, string nationalId, string given = "Ottilie", string family = "Quarrington", string birthDate = "1961-04-02")
    {
        var practice = await app.AsPractice(practiceId);
        var patient = new Patient("c1", given, family, birthDate, nationalId);
        await practice.IngestAsync(patient);
        return (practice, patient);
    }

    /// <summary>Proposes.</summary>
    public static async Task<string> ProposeAsync(this Person officer, string practiceId, string[]? types = null) => (await officer.Client.Post("/api/disclosures", new
    {
        practiceId,
        patientId = "c1",
        recipient = "Probate court",
        purpose = "Case 12",
        basis = "law",
        orderSha256 = Order,
        what = "Diagnoses",
        types = types ?? Conditions,
    }).Json()).Text("disclosureId");

    /// <summary>Proposes, has it approved, delivers.</summary>
    public static async Task<string> DeliverAsync(this Person one, Person two, string practiceId)
    {
        var id = await one.ProposeAsync(practiceId);
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();
        await one.Client.Post($"/api/disclosures/{id}/deliver").Json();
        return id;
    }

    /// <summary>The accounting for a person: ids of disclosures.</summary>
    public static async Task<IEnumerable<string>> AccountAsync(this HttpClient client, object identity, string? practice = null) =>
        (await client.Post($"/api/disclosures/accounting{(practice is null ? "" : $"?practice={practice}")}", identity).Json())
        .GetProperty("disclosures").EnumerateArray().Select(item => item.Text("disclosureId"));
}
