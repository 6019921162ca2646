using Centra.Proof.Crashes;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Restores;

/// <summary>Journals, keys and rules that do not belong to the register: nothing is answered with them.</summary>
public sealed class JournalAndKeyTests : IAsyncLifetime
{
    private Backup _backup = null!;

    private string Journal => Path.Combine(_backup.Folder, "journal", "register.journal");

    private string Ring => Path.Combine(_backup.Folder, "keys", "centra.keys.json");

    public async ValueTask InitializeAsync() => _backup = await Backup.MakeAsync(newPatient: false);

    public ValueTask DisposeAsync() => _backup.DisposeAsync();

    [Fact]
    public async Task Journal_Missing_Refuses()
    {
        File.Delete(Journal);

        (await Should.ThrowAsync<JournalException>(_backup.StartAsync)).Message.ShouldContain("missing or empty");
    }

    [Fact]
    public async Task Journal_Emptied_Refuses()
    {
        Damage.Cut(Journal, (int)new FileInfo(Journal).Length);

        (await Should.ThrowAsync<JournalException>(_backup.StartAsync)).Message.ShouldContain("missing or empty");
    }

    [Fact]
    public async Task Journal_OfAnotherRegister_Refuses()
    {
        await using var other = await Backup.MakeAsync(newPatient: false);
        File.Copy(Path.Combine(other.Folder, "journal", "register.journal"), Journal, overwrite: true);

        (await Should.ThrowAsync<JournalException>(_backup.StartAsync)).Message.ShouldContain("another register");
    }

    [Fact]
    public async Task Journal_OfAnotherCourseOfTheSameRegister_Refuses()
    {
        await using (var other = await GateHost.StartAsync(new GateSetup { Folder = _backup.Old }))
            await new TestPractice(other, "north").OptOutAsync(Cast.Other(5).Form());
        File.Copy(Path.Combine(_backup.Old, "journal", "register.journal"), Journal, overwrite: true);

        (await Should.ThrowAsync<JournalException>(_backup.StartAsync)).Message.ShouldContain("not of one history");
    }

    [Fact]
    public async Task Journal_WithATornLine_IsCutAndGoesOn()
    {
        var whole = new FileInfo(Journal).Length;
        await File.AppendAllTextAsync(Journal, "7 7 AAECAwQFBgcICQ");

        await using var gate = await _backup.StartAsync();

        new FileInfo(Journal).Length.ShouldBe(whole);
        await Backup.CheckAsync(gate);
    }

    [Fact]
    public async Task Journal_WhoseLastLineIsTorn_IsCompletedFromTheDatabase()
    {
        var whole = await File.ReadAllTextAsync(Journal);
        Damage.Cut(Journal, 40);

        await using (var gate = await _backup.StartAsync())
            (await File.ReadAllTextAsync(Journal)).ShouldBe(whole);

        await using var again = await _backup.StartAsync();
        await Backup.CheckAsync(again);
    }

    [Fact]
    public async Task Keys_OfAnotherRegister_Refuse()
    {
        await using var other = await Backup.MakeAsync(newPatient: false);
        File.Copy(Path.Combine(other.Folder, "keys", "centra.keys.json"), Ring, overwrite: true);

        (await Should.ThrowAsync<KeyStoreException>(_backup.StartAsync)).Message.ShouldContain("not the keys");
    }

    [Fact]
    public async Task Keys_Missing_Refuse()
    {
        File.Delete(Ring);

        (await Should.ThrowAsync<KeyStoreException>(_backup.StartAsync)).Message.ShouldContain("missing");
    }

    [Fact]
    public async Task RulesThatGiveSomethingElse_Refuse()
    {
        await using (var vault = new SqliteDatabase(Path.Combine(_backup.Folder, "vault.db")))
        {
            var golden = (await vault.ReadAsync(session => RegisterFacts.FindAsync(session, RegisterFacts.Golden(1))))!;
            golden[^1] ^= 1;
            await vault.WriteAsync(Fence.None, session => session.ExecuteAsync("update register_fact set value = $1 where name = $2", golden, RegisterFacts.Golden(1)));
        }

        (await Should.ThrowAsync<KeyStoreException>(_backup.StartAsync)).Message.ShouldContain("no longer give");
    }
}
