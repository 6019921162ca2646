using Centra.Housekeeping;
using Centra.Storage;

namespace Centra.Proof.Restores;

/// <summary>States of grains that are older than what the rest knows of them: told at the start, in a sentence, with the way out.</summary>
public sealed class StateAgeTests
{
    [Fact]
    public async Task States_OlderThanTheReadModel_Refuse_UntilBothAreOfOneBackup()
    {
        await using var backup = await SweptAsync();
        backup.PutBack("state.db");

        (await Should.ThrowAsync<OldStateException>(backup.StartAsync)).Message.ShouldContain("Put back the newest copy of state.db");

        backup.PutBack("read.db", "state.db");
        await using var gate = await backup.StartAsync();
        await Backup.CheckAsync(gate);
    }

    [Fact]
    public async Task States_ThatAreMissing_Refuse()
    {
        await using var backup = await SweptAsync();
        foreach (var file in Directory.GetFiles(backup.Folder, "state.db*"))
            File.Delete(file);

        (await Should.ThrowAsync<OldStateException>(backup.StartAsync)).Message.ShouldContain("is missing or older than the read model");
    }

    // As the service runs: each minute a sweep has seen what was written.
    private static async Task<Backup> SweptAsync()
    {
        var backup = await Backup.MakeAsync(newPatient: true);
        await using var gate = await backup.StartAsync();
        await gate.Get<IEnumerable<IHousekeepingTask>>().OfType<OutboxSweep>().Single().RunAsync();
        return backup;
    }
}
