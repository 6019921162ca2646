using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Restores;

/// <summary>Old copies of the files of a data folder, put back.</summary>
public sealed class RestoreTests
{
    [Theory]
    [InlineData("vault.db")]
    [InlineData("keys.db")]
    [InlineData("read.db")]
    [InlineData("state.db")]
    [InlineData("snapshots")]
    [InlineData("keys/centra.keys.json")]
    [InlineData("journal")]
    [InlineData("vault.db", "keys.db")]
    [InlineData("vault.db", "read.db", "state.db")]
    [InlineData("vault.db", "keys.db", "read.db", "state.db", "snapshots", "keys")]
    public async Task OldFiles_PutBack_LetNobodyIn(params string[] names)
    {
        await using var backup = await Backup.MakeAsync(newPatient: false);
        backup.PutBack(names);

        await using (var gate = await backup.StartAsync())
            await Backup.CheckAsync(gate);

        await using var again = await backup.StartAsync();
        await Model.RegisterProof.CheckAsync(again);
    }

    [Fact]
    public async Task AllButTheJournal_PutBack_LetsNobodyInThoughThereWereLaterPatients()
    {
        await using var backup = await Backup.MakeAsync(newPatient: true);
        backup.PutBack(Backup.AllButJournal);

        await using var gate = await backup.StartAsync();

        await Backup.CheckAsync(gate);
        (await new TestPractice(gate, "north").StatusAsync("o7")).ShouldBe(PatientStatus.None);
    }

    [Fact]
    public async Task KeysOfPatients_OlderThanTheVault_Refuse()
    {
        await using var backup = await Backup.MakeAsync(newPatient: true);
        backup.PutBack("keys.db");

        (await Should.ThrowAsync<KeyStoreException>(backup.StartAsync)).Message.ShouldContain("older than the vault");
    }
}
