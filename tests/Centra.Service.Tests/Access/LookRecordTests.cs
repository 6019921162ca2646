using System.Net;
using Centra.Storage;

namespace Centra.Service.Tests.Access;

public class LookRecordTests
{
    private static readonly Patient Sample = new("mrn-1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0600");

    [Fact]
    public async Task Look_SaysWhoWhatForWhomAndWhichFields()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var practice = await app.AsPractice("north");
        await practice.IngestAsync(Sample);
        var (agent, auditor) = (await app.AsAgent("north"), await app.As(Roles.Auditor));
        var steward = await app.AsLooker(Roles.DataSteward, "data-quality");

        var handle = await agent.Client.HandleAsync("mrn-1");
        await practice.GetAsync("/api/patients").Json();
        await steward.Client.GetAsync($"/api/patients/{handle}?purpose=data-quality").Json();
        var looks = (await auditor.Client.GetAsync("/api/looks").Json()).Items();

        looks.Select(look => (look.Text("role"), look.Text("purpose"), look.Text("patient"))).ShouldBe([
            (Roles.DataSteward, "data-quality", handle), ("key", "own-list", handle), (Roles.ProviderAgent, "own-patient", handle)]);
        looks[0].Text("fields").ShouldBe("birthDate,sex,postalCode,patientIds,records");
        looks.ShouldAllBe(look => look.Text("practiceId") == "north" && !look.GetRawText().Contains("mrn-1") && !look.GetRawText().Contains("Quarrington"));
    }

    [Fact]
    public async Task Looks_FilterPageAndComeAsCsv()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var (practice, officer) = (await app.AsPractice("north"), await app.As(Roles.PrivacyOfficer));
        await practice.IngestAsync(Sample, Sample with { Id = "mrn-2", Given = "Berenike", BirthDate = "1971-11-30", NationalId = "536-11-0601" });
        var handle = await practice.HandleAsync("mrn-2");
        await practice.HandleAsync("mrn-1");

        var one = (await officer.Client.GetAsync($"/api/looks?patient={handle}&purpose=own-patient&practice=north").Json()).Items();
        var first = await officer.Client.GetAsync("/api/looks?limit=1").Json();
        var second = await officer.Client.GetAsync($"/api/looks?limit=1&after={first.Text("next")}").Json();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/looks") { Headers = { { "Accept", "text/csv" } } };
        var csv = await (await officer.Client.SendAsync(request)).Content.ReadAsStringAsync();

        one.ShouldHaveSingleItem();
        second.Items().Single().Text("patient").ShouldBe(handle);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
    }

    [Fact]
    public async Task NoRecord_NoData()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);
        var practice = await app.AsPractice("north");
        await practice.IngestAsync(Sample);
        var handle = await practice.HandleAsync("mrn-1");
        await app.Get<Vault>().Database.WriteAsync(Fence.None, session => session.ExecuteAsync("alter table look rename to look_gone"));

        foreach (var path in new[] { "/api/patients", $"/api/patients/{handle}", $"/api/patients/{handle}/records" })
        {
            var answer = await practice.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Quarrington");
        }
    }
}
