using Centra.Ingest;
using static Centra.Cli.Tour.TourGuide;

namespace Centra.Cli.Tour;

/// <summary>The gate: records go in, a patient opts out, and that patient and nobody else stays out.</summary>
internal sealed class GateTour(TourGuide guide, TourStage stage)
{
    private const int Which = 3;
    private string Export => stage.File("export");
    private string First => stage.Keys[0];
    private string Second => stage.Keys[1];

    public async Task RunAsync(CancellationToken cancel)
    {
        var all = LineCounts.Zero;
        await guide.StepAsync("A practice's bulk export is made up: 12 cancer patients with their records, in FHIR.", async () =>
            (await stage.RunAsync(First, cancel, "sample", "--patients", "12", "--seed", "7", "--out", Export)).Trim().Split('\n')[0]);
        await guide.StepAsync("The practice sends it.", async () =>
        {
            all = await stage.IngestAsync(First, Export, cancel);
            Expect("accepted", all.Read, all.Accepted);
            return $"{all.Read} lines were read and all of them accepted.";
        });
        await guide.StepAsync("It sends the same export again, as practices do every night.", async () =>
        {
            var again = await stage.IngestAsync(First, Export, cancel);
            Expect("unchanged", all.Read, again.Unchanged);
            return "Every line is unchanged: sending twice changes nothing.";
        });
        await OptOutAsync(all, cancel);
    }

    private async Task OptOutAsync(LineCounts all, CancellationToken cancel)
    {
        var patient = TourPatient.Of(Export, Which);
        var lines = patient.LinesIn(Export);
        await guide.StepAsync("One of the patients opts out. The practice sends what stands on the form.", async () =>
        {
            var optOut = await stage.CallAsync(HttpMethod.Post, "api/opt-outs", First, patient.Form(), cancel);
            var receipt = optOut.GetProperty("receipt");
            Expect("erased records", lines, receipt.GetProperty("recordsErased").GetInt64());
            await File.WriteAllTextAsync(stage.File("receipt.json"), receipt.GetRawText(), cancel);
            await File.WriteAllTextAsync(stage.File("key.pem"), await stage.ReadAsync("public/receipt-key", cancel), cancel);
            return $"{lines} records of this patient were erased, and a signed receipt came back.";
        });
        await guide.StepAsync("The receipt is verified without the service.", () => VerifyAsync(cancel));
        await StaysOutAsync(patient, all, lines, cancel);
    }

    private async Task<string> VerifyAsync(CancellationToken cancel)
    {
        await stage.RunAsync(First, cancel, "receipt", "verify", stage.File("receipt.json"), "--key", stage.File("key.pem"));
        var forged = (await File.ReadAllTextAsync(stage.File("receipt.json"), cancel)).Replace("\"patientsErased\":1", "\"patientsErased\":0", StringComparison.Ordinal);
        await File.WriteAllTextAsync(stage.File("forged.json"), forged, cancel);
        try
        {
            await stage.RunAsync(First, cancel, "receipt", "verify", stage.File("forged.json"), "--key", stage.File("key.pem"));
        }
        catch (CommandFailedException)
        {
            return "It is genuine. With one figure changed it no longer is.";
        }
        throw new CommandFailedException("The tour stops here: a forged receipt passed for genuine.");
    }

    private async Task StaysOutAsync(TourPatient patient, LineCounts all, long lines, CancellationToken cancel)
    {
        await guide.StepAsync("The same export comes again.", async () =>
        {
            var again = await stage.IngestAsync(First, Export, cancel);
            Expect("suppressed", lines, again.Suppressed);
            Expect("unchanged", all.Read - lines, again.Unchanged);
            return $"Exactly the {lines} lines of this patient are suppressed, the other {all.Read - lines} are unchanged.";
        });
        await guide.StepAsync("Another practice, which treats the same patient, sends its records.", async () =>
        {
            var folder = Directory.CreateDirectory(stage.File("elsewhere")).FullName;
            patient.CopyLines(Export, folder);
            var other = await stage.IngestAsync(Second, folder, cancel);
            Expect("suppressed", other.Read, other.Suppressed);
            return $"All {other.Suppressed} lines are suppressed there too: an opt-out holds everywhere.";
        });
        await guide.StepAsync("The service is killed in the middle of its work and started again.", async () =>
        {
            await stage.KillAsync();
            await stage.OpenAsync(cancel);
            var after = await stage.IngestAsync(First, Export, cancel);
            Expect("suppressed", lines, after.Suppressed);
            return "The patient stays out.";
        });
        await guide.StepAsync("A pipeline asks which of the twelve may be used, storing nothing.", () => ScreenAsync(cancel));
    }

    private async Task<string> ScreenAsync(CancellationToken cancel)
    {
        var permitted = stage.File("permitted.ndjson");
        await stage.RunAsync(First, cancel, "screen", Path.Combine(Export, "Patient.000.ndjson"), "--out", permitted);
        Expect("permitted lines", 11, File.ReadLines(permitted).Count());
        Expect("held lines", 1, File.ReadLines(permitted + ".held").Count());
        return $"Eleven are written out, one is held: line {File.ReadLines(permitted + ".held").Single()}.";
    }
}
