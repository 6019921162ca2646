using System.Text.Json;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>The whole sample goes in, and one patient goes out again.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task Sample_SentAgainAfterOneOptOut_KeepsOutExactlyThatPatient()
    {
        var files = SampleFiles();
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();

        var first = await LoadAsync(gate, north, files);
        (first.Accepted, first.Rejected).ShouldBe((first.Read, 0));
        first.Read.ShouldBe(files.Sum(file => File.ReadLines(file).Count(line => line.Length > 0)));
        var loaded = await VaultImage.ReadAsync(gate);

        var second = await LoadAsync(gate, north, files);
        second.Unchanged.ShouldBe(second.Read);
        (await VaultImage.ReadAsync(gate)).ShouldBe(loaded);

        var patient = FhirLine.Read(System.Text.Encoding.UTF8.GetBytes(File.ReadLines(files[0]).First())).Resource!;
        var theirs = files.Sum(file => File.ReadLines(file).LongCount(line => SubjectOf(line) == patient.Id));
        var copies = await gate.VisibleCopiesAsync();
        var receipt = (await north.OptOutAsync(patient.Demographics! with { PatientIds = [] })).Receipt;

        (receipt.PatientsErased, receipt.RecordsErased).ShouldBe((1, theirs));
        await ShouldHaveLostAsync(gate, loaded, Convert.ToHexStringLower(gate.Get<IdHashes>().Patient(north.Id, patient.Id).ToArray()));
        (await gate.VisibleCopiesAsync()).ShouldBe(copies);

        var third = await LoadAsync(gate, north, files);
        (third.Suppressed, third.Unchanged, third.Rejected).ShouldBe((theirs, third.Read - theirs, 0));
    }

    // Rows of one patient are gone from every table, their copies stand without a link, and nothing else has changed.
    private static async Task ShouldHaveLostAsync(GateHost gate, List<string> before, string patient)
    {
        var after = await VaultImage.ReadAsync(gate);
        before.Except(after).ShouldAllBe(line => line.Contains(patient) || line.StartsWith("tokens", StringComparison.Ordinal) || line.StartsWith("promises", StringComparison.Ordinal) || line.StartsWith("opt-outs", StringComparison.Ordinal));
        after.Except(before).ShouldAllBe(line => line.StartsWith("copies of nobody", StringComparison.Ordinal) || line.StartsWith("tokens", StringComparison.Ordinal) || line.StartsWith("promises", StringComparison.Ordinal) || line.StartsWith("opt-outs", StringComparison.Ordinal));
        after.ShouldAllBe(line => !line.Contains(patient));
        (await gate.KeysAsync()).ShouldBe(before.Count(line => line.StartsWith("patient ", StringComparison.Ordinal)) - 1);
    }

    private static async Task<LineCounts> LoadAsync(GateHost gate, TestPractice practice, List<string> files)
    {
        var job = await practice.OpenAsync();
        await SendAsync(gate, practice, job, 1, files[0]);
        await practice.CloseAsync(job);
        for (var at = 1; at < files.Count; at++)
            await SendAsync(gate, practice, job, at + 1, files[at]);
        return (await practice.CompleteAsync(job)).Counts;
    }

    private static async Task SendAsync(GateHost gate, TestPractice practice, string job, int batch, string file)
    {
        await using var body = File.OpenRead(file);
        var receipt = await gate.Get<IngestDesk>().ReceiveAsync(practice.Id, job, batch, body, null, TestContext.Current.CancellationToken);
        receipt.Code().ShouldBe("taken");
    }

    private static List<string> SampleFiles()
    {
        var folder = SharedData.Path("fhir-bulk-10");
        return [.. Directory.GetFiles(folder, "*.ndjson").OrderBy(file => !Path.GetFileName(file).StartsWith("Patient.", StringComparison.Ordinal)).ThenBy(file => file, StringComparer.Ordinal)];
    }

    private static string? SubjectOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.GetProperty("resourceType").GetString() == "Patient")
            return root.GetProperty("id").GetString();
        return root.TryGetProperty("subject", out var subject) || root.TryGetProperty("patient", out subject)
            ? subject.GetProperty("reference").GetString()!["Patient/".Length..]
            : null;
    }
}
