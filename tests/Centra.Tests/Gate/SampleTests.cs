using Centra.Consent;
using Centra.Fhir;
using Centra.Ingest;
using Orleans;

namespace Centra.Tests.Gate;

public class SampleTests
{
    [Fact]
    public async Task Sample_IngestedTwiceThenOneOptedOut_KeepsOutExactlyThatPatient()
    {
        var files = Directory.GetFiles("/work/shared/data/fhir-bulk-10", "*.ndjson");
        await using var gate = await GateHost.StartAsync();
        var practice = await gate.PracticeAsync();
        var first = await LoadAsync(gate, practice, "job1", files);
        Console.WriteLine(first);
        var second = await LoadAsync(gate, practice, "job2", files);
        Console.WriteLine(second);
        var line = FhirLine.Read(await File.ReadAllBytesAsync(files.Single(f => f.Contains("Patient."))) is var all ? all.AsMemory(0, Array.IndexOf(all, (byte)'\n')) : default);
        var hashed = gate.Get<OptOutIntake>().Hash(line.Resource!.Demographics!, practice);
        var view = await gate.Get<IGrainFactory>().GetGrain<IPatientConsentGrain>("opt-out/o1").OptOut(new OptOutCommand(gate.Context(), practice, hashed.Value!, null, AskedBy.Self, [], DateTimeOffset.Parse("2026-01-01")));
        view.Refusal.ShouldBeNull();
        Console.WriteLine(view.Value!.Receipt);
        var third = await LoadAsync(gate, practice, "job3", files);
        Console.WriteLine(third);
    }

    private static async Task<LineCounts> LoadAsync(GateHost gate, string practice, string job, string[] files)
    {
        var grain = gate.Get<IGrainFactory>().GetGrain<IIngestJobGrain>($"job/{job}");
        (await grain.Open(gate.Context(), practice, null)).Refusal.ShouldBeNull();
        var batch = 0;
        foreach (var file in files.OrderBy(f => !f.Contains("Patient.")))
        {
            await using var body = File.OpenRead(file);
            var receipt = await gate.Get<IngestDesk>().ReceiveAsync(practice, job, ++batch, body, null, default);
            receipt.Refusal.ShouldBeNull();
            if (batch == 1)
                (await grain.Complete(gate.Context(), practice, JobPhase.Patients, 1)).Refusal.ShouldBeNull();
            if (receipt.Value!.Counts.Rejected > 0)
                Console.WriteLine(string.Join(",", receipt.Value.RejectsByCode));
        }
        var done = await grain.Complete(gate.Context(), practice, JobPhase.Complete, batch);
        done.Refusal.ShouldBeNull();
        return done.Value!.Counts;
    }
}
