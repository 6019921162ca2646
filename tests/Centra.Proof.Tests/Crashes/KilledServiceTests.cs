using Centra.Proof.Canary;
using Centra.Proof.Model;
using Centra.Service.Tests.Hosts;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>
/// Kill -9 of the real program, again and again, while people opt out, records come in and the keys are changed. CENTRA_PROOF_KILLS and
/// CENTRA_PROOF_SEED run longer and otherwise.
/// </summary>
public sealed class KilledServiceTests
{
    private const int MostAtOnce = 400;

    [Fact]
    public async Task Service_KilledAgainAndAgain_LosesNothingThatItAcknowledged()
    {
        using var folder = new TempFolder();
        var (kills, random) = (ModelRun.Size("CENTRA_PROOF_KILLS", 10), new Random(ModelRun.Size("CENTRA_PROOF_SEED", 1)));
        var client = await PrepareAsync(folder.Path);
        for (var round = 0; round < kills; round++)
        {
            await using var service = await ServiceProcess.StartAsync(folder.Path);
            if (round == 0)
                await client.BeginAsync(service.Address);
            await CheckStartAsync(client, service);
            var work = client.WorkAsync(service.Address, MostAtOnce);
            if (round % 2 == 1)
                await Task.WhenAny(client.Warm, work);
            await KillMoment.WaitAsync(folder.Path, round, random, work);
            await service.KillAsync();
            await work;
        }
        await FinishAsync(client, folder.Path);
        await CheckEndAsync(client, folder.Path);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills, {client.OptedOut.Count} opt-outs, of which {client.EnteredUnheard} were entered without an answer, {client.Receipts.Count} batches, {client.Epoch} epochs");
    }

    // Whoever was told that they are out is out from the first answer on.
    private static async Task CheckStartAsync(KilledClient client, ServiceProcess service)
    {
        if (client.OptedOut.Count > 0)
            (await client.ScreenAsync(service.Address, client.OptedOut)).ShouldAllBe(decision => decision == "suppressed");
    }

    // What was cut off is sent again; batches that were answered are answered alike.
    private static async Task FinishAsync(KilledClient client, string folder)
    {
        await using var service = await ServiceProcess.StartAsync(folder);
        await client.WorkAsync(service.Address, 2);
        for (var batch = 1; batch <= client.Receipts.Count; batch += 5)
            (await client.SendAsync(service.Address, batch)).GetRawText().ShouldBe(client.Receipts[batch - 1].GetRawText());
        service.Lines.Where(line => new ByteScan(Names()).In(System.Text.Encoding.UTF8.GetBytes(line)).Count > 0).ShouldBeEmpty("in the log");
    }

    private static async Task CheckEndAsync(KilledClient client, string folder)
    {
        (await Findings.InFilesAsync(new ByteScan(Names()), folder)).ShouldBeEmpty("the folder as the kill left it");
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = folder, Clock = TimeProvider.System });
        await RegisterProof.CheckAsync(gate);
        await Tables.CheckAsync(gate, await gate.Vault.ReadAsync(session => Patients.AboveAsync(session, 0, int.MaxValue)));
        (await gate.InForceAsync()).ShouldBe(client.OptedOut.Count);
        var sent = Enumerable.Range(1, client.Receipts.Count).SelectMany(KilledClient.PatientsOf).ToList();
        foreach (var person in sent)
            (await gate.IsReadableAsync("north", $"o{person}")).ShouldBe(!client.OptedOut.Contains(person), $"person {person}");
        (await gate.ResourcesAsync()).ShouldBe(sent.Count(person => !client.OptedOut.Contains(person)), "records");
        foreach (var counts in client.Receipts.Select(receipt => receipt.GetProperty("counts")))
            (Count(counts, "read"), Count(counts, "accepted") + Count(counts, "unchanged") + Count(counts, "suppressed"), Count(counts, "rejected")).ShouldBe((KilledClient.LinesABatch, KilledClient.LinesABatch, 0));
    }

    private static async Task<KilledClient> PrepareAsync(string folder)
    {
        await using var app = await ServiceApp.StartAsync(folder);
        var practice = await app.AsPractice("north");
        var oper = await app.As(Roles.Operator);
        return new KilledClient(practice.DefaultRequestHeaders.Authorization!.Parameter!, oper.Email, AppPeople.Password);
    }

    private static IEnumerable<string> Names() => Enumerable.Range(0, 60).Select(Cast.Other).SelectMany(person => new[] { $"{person.Given} {person.Family}", person.Family, person.BirthDate + "\"" });

    private static long Count(System.Text.Json.JsonElement counts, string name) => counts.GetProperty(name).GetInt64();
}
