using System.Globalization;
using Centra.Consent;
using Centra.Proof.Crashes;
using Centra.Proof.Model;
using Centra.Rekeying;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Rekeying;

/// <summary>Re-keying with people who opt out and records that come before, during and after; and old copies of the vault afterwards.</summary>
public sealed class RekeyingTests
{
    private const int Rounds = 2;

    // Every place at which a copy was taken is gone back to with the newest journal: before, in the middle, between two rounds.
    [Fact]
    public async Task OldVaults_OfAnyStage_WithTheNewestJournal_LetNobodyIn()
    {
        using var folders = new TempFolder();
        var setup = new GateSetup { Folder = folders.File("now") };
        var (copies, people) = await LiveAsync(folders, setup);
        copies.ShouldBeGreaterThanOrEqualTo(5);

        for (var copy = 0; copy < copies; copy++)
        {
            var folder = Folders.Copy(folders.File("now"), folders.File($"back-{copy}"));
            foreach (var name in new[] { "vault.db", "keys.db" })
                Folders.PutBack(name, folders.File($"copy-{copy}"), folder);
            for (var start = 0; start < 2; start++)
            {
                await using var gate = await GateHost.StartAsync(setup with { Folder = folder });
                await CheckAsync(gate, people, $"copy {copy}, start {start}");
            }
        }
    }

    [Fact]
    public async Task KeyFile_FromBeforeRekeying_Refuses()
    {
        using var folders = new TempFolder();
        var setup = new GateSetup { Folder = folders.File("now") };
        await LiveAsync(folders, setup);
        Folders.PutBack("keys", folders.File("copy-0"), folders.File("now"));

        (await Should.ThrowAsync<KeyStoreException>(() => GateHost.StartAsync(setup))).Message.ShouldContain("lacks the key of epoch");
    }

    // A copy from before an epoch gets the epoch from the journal, and what its rules give is checked from then on like that of any other.
    [Fact]
    public async Task Epoch_ThatCameFromTheJournal_IsCheckedAtTheNextStart()
    {
        using var folders = new TempFolder();
        var setup = new GateSetup { Folder = folders.File("now") };
        await LiveAsync(folders, setup);
        Folders.PutBack("vault.db", folders.File("copy-0"), folders.File("now"));

        await using var gate = await GateHost.StartAsync(setup);

        foreach (var epoch in (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs)
            (await gate.Vault.ReadAsync(session => RegisterFacts.FindAsync(session, RegisterFacts.Golden(epoch)))).ShouldNotBeNull();
    }

    // In each life of the process people opt out and are stored, re-keying does a step more than in the life before, which it begins anew,
    // and the folder is copied. How many copies, and how many people.
    private static async Task<(int Copies, int People)> LiveAsync(TempFolder folders, GateSetup setup)
    {
        var (copies, people) = (0, 0);
        for (var more = true; more; copies++)
        {
            await using (var gate = await GateHost.StartAsync(setup))
            {
                var north = await gate.PracticeAsync();
                await north.LoadAsync(Cast.Other(people).Chart(Id(people), 1));
                await north.LoadAsync(Cast.Other(people + 1).Chart(Id(people + 1), 1));
                (await north.OptOutAsync(Cast.Other(people).Form())).Receipt.PatientsErased.ShouldBe(1);
                people += 2;
                for (var step = 0; more && step <= copies; step++)
                    more = await StepAsync(gate);
            }
            Folders.Copy(folders.File("now"), folders.File($"copy-{copies}"));
        }
        return (copies, people);
    }

    private static async Task<bool> StepAsync(GateHost gate)
    {
        var steps = gate.Get<RekeyingSteps>();
        if (await steps.StepAsync())
            return true;
        if ((await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs[^1] > Rounds)
            return false;
        await steps.BeginAsync();
        await gate.Get<OptOutIntake>().RefreshAsync();
        return true;
    }

    private static async Task CheckAsync(GateHost gate, int people, string where)
    {
        await RegisterProof.CheckAsync(gate);
        await Tables.CheckAsync(gate, await gate.Vault.ReadAsync(session => Patients.AboveAsync(session, 0, int.MaxValue)));
        (await gate.InForceAsync()).ShouldBe(people / 2, where);
        var north = new TestPractice(gate, "north");
        var gone = Enumerable.Range(0, people / 2).Select(at => at * 2).ToList();
        foreach (var person in gone)
            (await gate.IsReadableAsync("north", Id(person))).ShouldBeFalse($"{where}, {Id(person)}");
        (await north.LoadAsync(gone.Select(person => Cast.Other(person).Patient("new" + Id(person))))).Suppressed.ShouldBe(gone.Count, where);
        (await gate.IsReadableAsync("north", Id(1))).ShouldBeTrue(where);
    }

    private static string Id(int person) => string.Create(CultureInfo.InvariantCulture, $"o{person}");
}
