using System.Text;
using Centra.Service.Tests.Hosts;
using Centra.Storage;

namespace Centra.Proof.Canary;

/// <summary>What clients do wrong, and what goes wrong within, with a person's identity in every place that a request has.</summary>
internal sealed class Faults(ServiceApp app, HttpClient practice)
{
    private static readonly Canary One = Cages.Malformed;

    private static readonly string[] Paths =
        ["/api/opt-outs", "/api/opt-outs/batch", "/api/opt-outs/none/reinstate", "/api/screen", "/api/disputes", "/api/patients/find", "/api/tokens", "/api/ingest/jobs", "/api/disclosures", "/api/looks/break-glass"];

    public async Task RunAsync()
    {
        await BodiesAsync();
        await AddressesAsync();
        await StorageAsync();
    }

    private async Task BodiesAsync()
    {
        string[] bodies =
        [
            One.Patient()[..^5], $"{{\"family\": {One.Family}}}", $"{{\"{One.Family}\": {{\"x\": [1", $"{{\"patientId\": {{\"{One.GivenName}\": 1}}}}", $"[\"{One.Ssn}\"]",
            $"{{\"given\": [\"{One.GivenName}\"], \"given\": 3, \"birthDate\": \"{One.BirthDate}T\"}}", $"\"{One.Phone}", One.Family + "\u0000" + One.Ssn, Canary.Csv(One),
        ];
        foreach (var path in Paths)
        {
            foreach (var body in bodies)
            {
                foreach (var type in new[] { "application/json", "application/x-ndjson", "text/csv" })
                    (await practice.PostAsync(path, new StringContent(body, Encoding.UTF8, type))).Dispose();
            }
        }
    }

    // In a path, a query, a header, a name to sign in with, a name of a job.
    private async Task AddressesAsync()
    {
        foreach (var path in new[] { $"/api/patients/{One.Id}?purpose={One.Family}", $"/api/{One.Family}/{One.Ssn}", $"/api/patients?limit={One.Family}", $"/api/opt-outs/{One.Family}", $"/{One.GivenName}%00{One.Family}", $"/api/ingest/jobs/{One.Id}" })
            (await practice.GetAsync(path)).Dispose();
        (await practice.PutAsync($"/api/ingest/jobs/{One.Id}/batches/1?file={One.Family}.csv", new StringContent(One.Patient()))).Dispose();
        (await practice.DeleteAsync($"/api/patients/{One.Id}")).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/opt-outs") { Content = new StringContent("{", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{One.Family} {One.Ssn}");
        request.Headers.TryAddWithoutValidation("X-Patient", One.Family);
        (await practice.SendAsync(request)).Dispose();
        (await app.SignInAsync(One.Email, One.Ssn)).Dispose();
    }

    // A table that is gone, in the midst of an opt-out, of a load and of a look.
    private async Task StorageAsync()
    {
        foreach (var table in new[] { "opt_out_token", "patient_token", "look" })
        {
            await RenameAsync(table, table + "_gone");
            (await practice.Post("/api/opt-outs", One.Form())).IsSuccessStatusCode.ShouldBe(table == "look");
            (await practice.Post("/api/disputes", One.Form())).Dispose();
            (await practice.Post("/api/patients/find", new { patientId = Cages.Stays.Id })).Dispose();
            await RenameAsync(table + "_gone", table);
        }
    }

    private Task RenameAsync(string from, string to) => app.Get<Vault>().Database.WriteAsync(Fence.None, session => session.ExecuteAsync($"alter table {from} rename to {to}"));
}
